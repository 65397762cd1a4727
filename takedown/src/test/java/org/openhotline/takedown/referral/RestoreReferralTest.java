// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.takedown.removal.Confirmed;
import org.openhotline.takedown.testing.Examples;
import org.openhotline.takedown.testing.PlainSealing;

class RestoreReferralTest {
    private final Instant then = Examples.CONFIRMED_AT;
    private final UUID item = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @Test
    void a_referral_on_the_desk_is_the_same_and_is_not_announced_again() {
        Life<Referral> life = sent();
        assertThat(life.lost(new RestoreReferral())).isEqualTo(Set.of("announceAt"));
        assertThat(life.restored(new RestoreReferral()).announceAt()).isEmpty();
        life.does(Referral::announced);
        assertThat(life.lost(new RestoreReferral())).isEmpty();
    }

    @Test
    void a_referral_taken_over_is_the_same() {
        Life<Referral> life = sent().does(Referral::announced)
                .does(referral -> referral.acknowledge(Examples.LIAISON, then.plusSeconds(60)));
        assertThat(life.state().state()).isEqualTo(ReferralState.ACKNOWLEDGED);
        assertThat(life.lost(new RestoreReferral())).isEmpty();
    }

    private Life<Referral> sent() {
        var event = Examples.confirmed(new PlainSealing(), item, true);
        Confirmed confirmed = new Confirmed(
                event.assessmentId(),
                UUID.randomUUID(),
                event.kind(),
                event.address(),
                event.trace(),
                event.classification(),
                event.at());
        return new Life<Referral>().hears(known -> Referral.send(id, item, confirmed, then));
    }
}
