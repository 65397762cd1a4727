// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.sealing.Opening.CannotOpen;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;
import org.openhotline.reportintake.submission.Intake;

class SubmissionKeysTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Intake intake = new Intake();
    private final SubmissionKeys keys = intake.keys;
    private final SealContact seal = new SealContact(keys);
    private final OpenContact open = new OpenContact(keys);
    private final SealMessages messages = new SealMessages(keys);

    @Test
    void a_contact_is_opened_with_the_key_of_its_submission_alone() {
        KeptContact one = seal.seal(ONE, "me@example.org", NOW);
        seal.seal(TWO, "other@example.org", NOW);
        assertThat(open.open(ONE, one)).hasValue("me@example.org");
        assertThatThrownBy(() -> open.open(TWO, one)).isInstanceOf(CannotOpen.class);
        assertThat(intake.storedKeys.keys).hasSize(2);
    }

    @Test
    void nothing_opens_a_contact_whose_key_has_been_erased_not_even_a_new_key() {
        KeptContact old = seal.seal(ONE, "me@example.org", NOW);
        new EraseContact(keys).erase(ONE);
        assertThat(open.open(ONE, old)).isEmpty();
        KeptContact given = seal.seal(ONE, "me@example.org", NOW);
        assertThat(open.open(ONE, given)).hasValue("me@example.org");
        assertThatThrownBy(() -> open.open(ONE, old)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void contact_and_messages_are_erased_apart() {
        KeptContact contact = seal.seal(ONE, "me@example.org", NOW);
        Sealed message = messages.seal(ONE, TWO, "which page?", NOW);
        new EraseContact(keys).erase(ONE);
        assertThat(open.open(ONE, contact)).isEmpty();
        assertThat(messages.open(ONE, TWO, message)).hasValue("which page?");
        messages.erase(ONE);
        assertThat(messages.open(ONE, TWO, message)).isEmpty();
    }

    @Test
    void a_message_opens_in_its_own_place_only() {
        Sealed message = messages.seal(ONE, TWO, "which page?", NOW);
        assertThatThrownBy(() -> messages.open(ONE, ONE, message)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> messages.open(ONE, TWO, new Sealed("AAAA"))).isInstanceOf(CannotOpen.class);
    }

    @Test
    void two_at_once_meet_in_one_key() {
        Map<String, Sealed> race = new HashMap<>();
        SealedField field = SealedField.contact(ONE);
        Sealed first = keys.seal(ONE, Purpose.CONTACT, field, "first", NOW);
        race.putAll(intake.storedKeys.keys);
        Sealed second = keys.seal(ONE, Purpose.CONTACT, field, "second", NOW);
        assertThat(intake.storedKeys.keys).isEqualTo(race);
        assertThat(keys.open(ONE, Purpose.CONTACT, field, first)).hasValue("first");
        assertThat(keys.open(ONE, Purpose.CONTACT, field, second)).hasValue("second");
    }
}
