// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.takedown.testing.Examples.LIAISON;
import static org.openhotline.takedown.testing.Examples.OFFICER;
import static org.openhotline.takedown.testing.Examples.confirmed;
import static org.openhotline.takedown.testing.Examples.country;
import static org.openhotline.takedown.testing.Examples.received;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryRemovals;
import org.openhotline.takedown.testing.PlainSealing;
import org.openhotline.takedown.testing.TestClock;
import org.openhotline.takedown.testing.Told;

class EnterContactTest {
    private final UUID item = UUID.randomUUID();
    private final PlainSealing sealing = new PlainSealing();
    private final InMemoryRemovals removals = new InMemoryRemovals();
    private final TestClock clock = new TestClock();
    private final Told told = new Told();
    private final EnterContact entering = new EnterContact(removals, told, sealing, UUID::randomUUID, clock);

    @Test
    void what_is_entered_is_sealed_for_the_item() {
        openWithoutContact();

        Removal decided = entering.enter(item, " abuse@example.net ", OFFICER);

        assertThat(decided.contact().map(c -> sealing.open(Removal.contactField(item), c)))
                .contains("abuse@example.net");
        assertThat(decided.state()).isEqualTo(RemovalState.NOTICE_DECIDED);
        assertThat(told.all()).containsExactly(new Told.Telling(item, OFFICER.id(), "notice-to-entered-contact"));
    }

    @Test
    void what_the_life_cycle_refuses_tells_nobody_anything() {
        openWithoutContact();
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> entering.enter(item, "other@example.net", LIAISON));
        assertThat(told.all()).isEmpty();

        entering.enter(item, "abuse@example.net", OFFICER);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> entering.enter(item, "other@example.net", OFFICER));
        assertThat(told.all()).hasSize(1);
    }

    @Test
    void where_it_cannot_be_stored_that_somebody_is_told_nobody_is() {
        openWithoutContact();
        told.goesDown();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> entering.enter(item, "abuse@example.net", OFFICER));

        assertThat(removals.get(item).state()).isEqualTo(RemovalState.NO_CONTACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "two@example.org,three@example.org",
                "Name <a@example.org>",
                "a@example.org\r\nBcc: b@example.org",
                "a b@example.org"
            })
    void anything_but_one_plain_mailbox_is_refused_at_its_field(String wrong) {
        openWithoutContact();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> entering.enter(item, wrong, OFFICER))
                .satisfies(e -> assertThat(e.field()).isEqualTo("contact"));
        assertThat(removals.get(item).state()).isEqualTo(RemovalState.NO_CONTACT);
        assertThat(told.all()).isEmpty();
    }

    @Test
    void an_unknown_item_is_not_found() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> entering.enter(item, "abuse@example.net", OFFICER));
    }

    @Test
    void the_same_confirmation_twice_opens_one_takedown() {
        AssessmentConfirmed event = confirmed(sealing, item, false);
        OpenRemoval opening = new OpenRemoval(removals, country(PoliceGate.NONE), UUID::randomUUID, clock);

        assertThat(opening.open(event, received(event, item, 1))).isEqualTo(Applied.APPLIED);
        assertThat(opening.open(event, received(event, item, 1))).isEqualTo(Applied.DUPLICATE);
        opening.open(event, received(event, item, 2));

        assertThat(removals.events()).hasSize(2);
    }

    private void openWithoutContact() {
        AssessmentConfirmed event = confirmed(sealing, item, false);
        new OpenRemoval(removals, country(PoliceGate.NONE), UUID::randomUUID, clock)
                .open(event, received(event, item, 1));
    }
}
