// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.reportintake.submission.Intake.sealedBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionAmended;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.Refusal.Reason;

class AmendSubmissionTest {
    private static final String KEY = "a-key-of-16-signs";
    private static final String PAGE = "https://example.org/page";
    private static final String OTHER_PAGE = "https://example.test/page";
    private final Intake intake = new Intake();

    @Test
    void danger_is_told_to_every_item_at_once() {
        UUID id = intake.submitted(KEY, PAGE, OTHER_PAGE);
        assertThat(amend(id, new Answer.Danger(true))).isEmpty();
        UUID first = intake.known.get(PAGE);
        UUID second = intake.known.get(OTHER_PAGE);
        Circumstances danger = new Circumstances(Source.PUBLIC, Optional.empty(), true, false);
        assertThat(amendments())
                .containsExactly(
                        new SubmissionAmended(id, List.of(first, second), List.of("danger"), danger, false, intake.now),
                        new ItemReportAmended(first, id, Optional.empty(), Optional.empty(), danger, intake.now),
                        new ItemReportAmended(second, id, Optional.empty(), Optional.empty(), danger, intake.now));
        assertThat(submission(id).registered()).isTrue();
    }

    @Test
    void each_answer_keeps_the_ones_before() {
        UUID id = intake.submitted(KEY, PAGE);
        amend(id, new Answer.Where("second row"));
        amend(id, new Answer.Kind(Theme.GROOMING));
        amend(id, new Answer.Danger(true));
        amend(id, new Answer.Self(true));
        amend(id, new Answer.Seen("words"));
        UUID item = intake.known.get(PAGE);
        assertThat(amendments().getLast())
                .isEqualTo(new ItemReportAmended(
                        item,
                        id,
                        Optional.of(new Sealed(sealedBy("case", SealedField.note(item, id), "words"))),
                        Optional.of(new Sealed(sealedBy("case", SealedField.referrer(item, id), "second row"))),
                        new Circumstances(Source.PUBLIC, Optional.of(Theme.GROOMING), true, true),
                        intake.now));
    }

    @Test
    void a_second_click_changes_nothing_and_a_changed_mind_does() {
        UUID id = intake.submitted(KEY, PAGE);
        amend(id, new Answer.Seen("words"));
        intake.index.rotate();
        amend(id, new Answer.Seen(" words\r\n"));
        assertThat(amendments()).hasSize(2);
        amend(id, new Answer.Seen("other words"));
        amend(id, new Answer.Seen("words"));
        assertThat(amendments()).hasSize(6);
    }

    @Test
    void what_says_nothing_changes_nothing() {
        UUID id = intake.submitted(KEY, PAGE);
        Submission before = submission(id);
        assertThat(amend(id, new Answer.Where("  "))).isEmpty();
        assertThat(amend(id, new Answer.Seen(""))).isEmpty();
        assertThat(amend(id, new Answer.Contact("", false, false))).isEmpty();
        assertThat(submission(id)).isEqualTo(before);
        assertThat(amendments()).isEmpty();
    }

    @Test
    void a_contact_needs_a_use_and_a_use_needs_a_contact() {
        UUID id = intake.submitted(KEY, PAGE);
        assertThat(amend(id, new Answer.Contact("me@example.org", false, false)))
                .containsExactly(new Refusal("uses", Reason.CONTACT_WITHOUT_USE));
        assertThat(amend(id, new Answer.Contact(" ", false, true)))
                .containsExactly(new Refusal("contact", Reason.CONTACT_MISSING));
        assertThat(amendments()).isEmpty();
    }

    @Test
    void a_contact_stays_out_of_events_and_its_uses_are_kept_apart() {
        UUID id = intake.submitted(KEY, PAGE);
        amend(id, new Answer.Contact("me@example.org", true, false));
        Submission stored = submission(id);
        assertThat(stored.contact()).isPresent();
        assertThat(stored.amendments().consent()).contains(new Consent(true, false));
        assertThat(amendments().getFirst())
                .isInstanceOfSatisfying(
                        SubmissionAmended.class,
                        e -> assertThat(e.contactGiven()).isTrue());
        assertThat(intake.events().toString())
                .doesNotContain(stored.contact().orElseThrow().text().text());
        assertThat(stored.toString()).doesNotContain("me@example.org");
    }

    @Test
    void an_erased_contact_takes_its_consent_along_and_can_be_given_anew() {
        UUID id = intake.submitted(KEY, PAGE);
        amend(id, new Answer.Contact("me@example.org", true, true));
        intake.now = intake.now.plus(Duration.ofDays(181));
        intake.runPurge.run(intake.eraseContacts(Duration.ofDays(180)));
        assertThat(submission(id).amendments().consent()).isEmpty();
        amend(id, new Answer.Contact("me@example.org", true, true));
        assertThat(submission(id).contact()).isPresent();
    }

    @Test
    void too_much_is_refused_by_naming_the_field() {
        UUID id = intake.submitted(KEY, PAGE);
        assertThat(amend(id, new Answer.Where("r".repeat(2001))))
                .containsExactly(new Refusal("referrer", Reason.REFERRER_TOO_LONG));
        assertThat(amend(id, new Answer.Seen("n\u0007")))
                .containsExactly(new Refusal("note", Reason.NOTE_CONTROL_CHARACTERS));
        assertThat(amend(id, new Answer.Contact("c".repeat(201), true, false)))
                .containsExactly(new Refusal("contact", Reason.CONTACT_TOO_LONG));
    }

    @Test
    void an_item_that_could_not_be_told_is_told_by_the_sweep() {
        UUID id = intake.submitted(KEY, PAGE);
        intake.unreachable = item -> true;
        assertThat(amend(id, new Answer.Danger(true))).isEmpty();
        assertThat(submission(id).registered()).isFalse();
        intake.unreachable = item -> false;
        intake.now = intake.now.plusSeconds(10);
        assertThat(intake.finishRegistration.sweep()).isEqualTo(1);
        assertThat(amendments()).hasSize(2).last().isInstanceOf(ItemReportAmended.class);
        assertThat(submission(id).registered()).isTrue();
    }

    @Test
    void telling_an_older_version_does_not_hide_a_newer_one() {
        UUID id = intake.submitted(KEY, PAGE);
        Submission older = submission(id);
        intake.unreachable = item -> true;
        amend(id, new Answer.Danger(true));
        intake.unreachable = item -> false;
        new RegisterItems(intake.submissions, intake.items, () -> intake.now).of(List.of(older));
        assertThat(submission(id).registered()).isFalse();
    }

    private List<Refusal> amend(UUID id, Answer answer) {
        return intake.amendSubmission.amend(id, answer);
    }

    private Submission submission(UUID id) {
        return intake.submissions.find(id).orElseThrow();
    }

    private List<Event> amendments() {
        return intake.events().stream()
                .filter(e -> e instanceof SubmissionAmended || e instanceof ItemReportAmended)
                .toList();
    }
}
