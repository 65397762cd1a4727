// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldLifted;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.submission.Intake;
import org.openhotline.reportintake.submission.Submission;

class RunPurgeTest {
    private static final Actor SENIOR = new Actor("senior", Set.of(Role.SENIOR_ANALYST));
    private static final Duration KEEP = Duration.ofDays(90);

    private final Intake intake = new Intake();
    private final EraseContacts contacts = intake.eraseContacts(KEEP);
    private final EraseNotes notes = new EraseNotes(intake.submissions, Duration.ofDays(365));

    @Test
    void a_contact_is_erased_on_the_day_that_was_promised_and_never_later() {
        Submission submission = receive(1);
        KeptContact kept = submission.contact().orElseThrow();
        at("2026-05-29T23:59:59.999Z");
        assertThat(intake.runPurge.run(contacts).erased()).isZero();
        assertThat(intake.openContact.open(submission.id(), kept)).hasValue("me 1");

        // received on 1 March at 10:00 and kept for 90 days: on 30 May at 10:00 it must be gone
        at("2026-05-30T00:00:00Z");
        Purge purge = intake.runPurge.run(contacts);
        assertThat(intake.submissions.find(submission.id()).orElseThrow().contact())
                .isEmpty();
        assertThat(intake.openContact.open(submission.id(), kept)).isEmpty();
        assertThat(intake.events()).contains(new ReporterContactErased(submission.id(), intake.now));
        assertThat(certificates())
                .contains(new PurgeCompleted(
                        purge.id(),
                        "contacts",
                        Instant.parse("2026-05-31T00:00:00Z").minus(KEEP),
                        1,
                        0,
                        intake.now));
    }

    @Test
    void a_day_has_one_certificate_for_each_rule_however_often_it_runs() {
        receive(1);
        at("2027-05-30T03:00:00Z");
        intake.runPurge.run(contacts);
        intake.runPurge.run(contacts);
        intake.runPurge.run(notes);
        at("2027-05-30T23:00:00Z");
        intake.runPurge.run(contacts);
        assertThat(certificates()).extracting(PurgeCompleted::rule).containsExactly("contacts", "notes");
        at("2027-05-31T00:00:01Z");
        assertThat(intake.runPurge.run(contacts).erased()).isZero();
        assertThat(certificates()).hasSize(3);
    }

    @Test
    void words_are_erased_and_the_addresses_stay() {
        Submission before = receive(1);
        assertThat(before.addresses().getFirst().note()).isPresent();
        at("2027-03-01T00:00:00Z");
        assertThat(intake.runPurge.run(notes).erased()).isEqualTo(1);
        Submission after = intake.submissions.find(before.id()).orElseThrow();
        assertThat(after.addresses().getFirst().note()).isEmpty();
        assertThat(after.addresses().getFirst().address())
                .isEqualTo(before.addresses().getFirst().address());
        assertThat(after.contact()).isEqualTo(before.contact());
    }

    @Test
    void a_run_that_was_stopped_anywhere_goes_on_and_counts_each_submission_once() {
        for (int i = 0; i < 250; i++) {
            receive(i);
        }
        at("2026-07-01T00:00:00Z");
        for (int stop : List.of(1, 70, 130)) {
            assertThatThrownBy(() -> intake.runPurge.run(new Stopping(contacts, stop)))
                    .hasMessage("stopped");
        }
        Purge purge = intake.runPurge.run(contacts);
        assertThat(purge.erased()).isEqualTo(250);
        assertThat(certificates())
                .singleElement()
                .satisfies(c -> assertThat(c.erased()).isEqualTo(250));
        assertThat(intake.events().stream().filter(ReporterContactErased.class::isInstance))
                .hasSize(250);
        assertThat(intake.storedKeys.keys).isEmpty();
    }

    @Test
    void a_legal_hold_spares_its_submission_until_it_is_lifted() {
        Submission held = receive(1);
        receive(2);
        intake.decideHold.place(held.id(), "asked for by a court", SENIOR);
        at("2026-07-01T00:00:00Z");
        Purge purge = intake.runPurge.run(contacts);
        assertThat(certificates().getLast().erased()).isEqualTo(1);
        assertThat(certificates().getLast().held()).isEqualTo(1);
        assertThat(purge.completed()).isTrue();
        assertThat(intake.submissions.find(held.id()).orElseThrow().contact()).isPresent();

        intake.decideHold.lift(held.id(), "the case is closed", SENIOR);
        at("2026-07-02T00:00:00Z");
        assertThat(intake.runPurge.run(contacts).erased()).isEqualTo(1);
        assertThat(intake.submissions.find(held.id()).orElseThrow().contact()).isEmpty();
        assertThat(intake.holds.events())
                .extracting(Object::getClass)
                .containsExactly(LegalHoldPlaced.class, LegalHoldLifted.class);
        assertThat(intake.holds.events().toString()).doesNotContain("court");
    }

    @Test
    void a_hold_that_is_placed_while_a_run_is_going_on_spares_what_is_not_yet_erased() {
        Submission held = receive(1);
        at("2026-07-01T00:00:00Z");
        assertThatThrownBy(() -> intake.runPurge.run(new Stopping(contacts, 0))).hasMessage("stopped");
        intake.decideHold.place(held.id(), "asked for by a court", SENIOR);
        assertThat(intake.runPurge.run(contacts).erased()).isZero();
        assertThat(intake.submissions.find(held.id()).orElseThrow().contact()).isPresent();
    }

    @Test
    void holds_are_for_two_roles_with_a_reason_and_for_known_submissions() {
        UUID id = receive(1).id();
        assertThatThrownBy(() -> intake.decideHold.place(id, "why", new Actor("a", Set.of(Role.ANALYST))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> intake.decideHold.place(id, " ", SENIOR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> intake.decideHold.place(new UUID(9, 9), "why", SENIOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> intake.decideHold.lift(id, "why", SENIOR)).isInstanceOf(Conflict.class);
        Actor liaison = new Actor("liaison", Set.of(Role.LIAISON_OFFICER));
        assertThat(intake.decideHold.place(id, "why", liaison).held()).isTrue();
        assertThatThrownBy(() -> intake.decideHold.place(id, "why", SENIOR)).isInstanceOf(Conflict.class);
    }

    private Submission receive(int number) {
        String key = "a-key-of-16-signs-" + number;
        intake.receive(
                key, Intake.report(Optional.of("words"), Optional.of("me " + number), "https://example.org/" + number));
        return intake.submissions.all().stream()
                .filter(s -> s.contact()
                        .flatMap(c -> intake.openContact.open(s.id(), c))
                        .filter(("me " + number)::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<PurgeCompleted> certificates() {
        return intake.purges.events().stream().map(PurgeCompleted.class::cast).toList();
    }

    private void at(String time) {
        intake.now = Instant.parse(time);
    }

    /** A rule whose machine stops after some submissions. */
    private static final class Stopping implements RetentionRule {
        private final RetentionRule rule;
        private int left;

        Stopping(RetentionRule rule, int after) {
            this.rule = rule;
            this.left = after;
        }

        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public Duration keep() {
            return rule.keep();
        }

        @Override
        public List<UUID> due(Instant cutoff, int limit, Set<UUID> except) {
            return rule.due(cutoff, limit, except);
        }

        @Override
        public void erase(UUID submissionId, Instant now) {
            if (left-- == 0) {
                throw new IllegalStateException("stopped");
            }
            rule.erase(submissionId, now);
        }
    }
}
