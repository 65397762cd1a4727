// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

class RestoredTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Actor LIAISON = new Actor("liaison-1", Set.of(Role.LIAISON_OFFICER));
    private static final Actor SENIOR = new Actor("senior-1", Set.of(Role.SENIOR_ANALYST));

    @Test
    void a_request_is_the_same_asked_approved_and_used() {
        Life<Disclosure> life = asked();
        assertThat(life.lost(Disclosure::restored)).isEmpty();
        life.does(request -> request.approve(SENIOR, NOW));
        assertThat(life.lost(Disclosure::restored)).isEmpty();
        life.does(request -> request.show(LIAISON, NOW));
        assertThat(life.state().state()).isEqualTo(DisclosureState.USED);
        assertThat(life.lost(Disclosure::restored)).isEmpty();
    }

    @Test
    void a_refused_request_is_the_same() {
        Life<Disclosure> life = asked().does(request -> request.refuse(SENIOR, new Sealed("no"), NOW));
        assertThat(life.state().state()).isEqualTo(DisclosureState.REFUSED);
        assertThat(life.lost(Disclosure::restored)).isEmpty();
    }

    private static Life<Disclosure> asked() {
        return new Life<Disclosure>()
                .begins(Disclosure.requested(new Disclosure(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        DisclosureState.REQUESTED,
                        LIAISON.id(),
                        false,
                        Optional.of(new Sealed("law")),
                        new Sealed("why"),
                        NOW,
                        Optional.empty())));
    }
}
