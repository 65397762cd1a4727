// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.reportintake.submission.Intake.report;
import static org.openhotline.reportintake.submission.Intake.sealedBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.reference.Receipt;

class ReceiveSubmissionTest {
    private static final String KEY = "a-key-of-16-signs";
    private static final String OTHER_KEY = "another-key-of-16";
    private static final String PAGE = "https://example.org/page";
    private static final String OTHER_PAGE = "https://example.test/page";
    private final Intake intake = new Intake();

    @Test
    void a_report_is_stored_and_its_items_are_told() {
        Outcome outcome = intake.receive(KEY, report(Optional.of("a note"), Optional.of("me"), PAGE, OTHER_PAGE));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        Submission stored = onlySubmission();
        assertThat(stored.registered()).isTrue();
        UUID first = intake.known.get(PAGE);
        UUID second = intake.known.get(OTHER_PAGE);
        assertThat(intake.events())
                .containsExactly(
                        new SubmissionReceived(
                                stored.id(),
                                List.of(first, second),
                                "api",
                                "en",
                                true,
                                Optional.of(Circumstances.PUBLIC),
                                intake.now),
                        reported(first, stored.id(), PAGE),
                        reported(second, stored.id(), OTHER_PAGE));
    }

    @Test
    void the_contact_is_sealed_with_the_submissions_own_key_and_stays_out_of_every_event() {
        intake.receive(KEY, report(Optional.empty(), Optional.of("me@example.org"), PAGE));
        Submission stored = onlySubmission();
        KeptContact contact = stored.contact().orElseThrow();
        assertThat(intake.openContact.open(stored.id(), contact)).hasValue("me@example.org");
        assertThat(contact.text().text()).doesNotContain("me@example.org");
        assertThat(intake.events().toString())
                .doesNotContain(contact.text().text())
                .doesNotContain("me@example.org");
    }

    @Test
    void the_same_address_attaches_to_the_same_item() {
        intake.accepted(KEY, PAGE);
        intake.accepted(OTHER_KEY, "HTTPS://EXAMPLE.ORG/page");
        assertThat(intake.items.all())
                .singleElement()
                .satisfies(i -> assertThat(i.reports()).isEqualTo(2));
        assertThat(intake.events()).hasAtLeastOneElementOfType(ItemReportedAgain.class);
    }

    @Test
    void an_address_given_twice_in_one_report_is_one_item() {
        intake.accepted(KEY, PAGE, "HTTPS://example.org/page");
        assertThat(intake.items.all())
                .singleElement()
                .satisfies(i -> assertThat(i.reports()).isEqualTo(1));
        assertThat(onlySubmission().addresses()).hasSize(2);
        assertThat(intake.events()).hasSize(2);
    }

    @Test
    void sending_it_again_gives_the_same_pair_and_stores_nothing_more() {
        Receipt first = intake.accepted(KEY, PAGE);
        Receipt second = intake.accepted(KEY, PAGE);
        assertThat(second).isEqualTo(first);
        assertThat(intake.events()).hasSize(2);
    }

    @Test
    void sending_it_again_gives_the_same_pair_after_the_index_key_has_rotated() {
        Receipt first = intake.accepted(KEY, PAGE);
        intake.index.rotate();
        assertThat(intake.accepted(KEY, PAGE)).isEqualTo(first);
        assertThat(intake.events()).hasSize(2);
        assertThat(intake.readStatus.of(first)).isPresent();
    }

    @Test
    void a_key_stands_for_one_report() {
        intake.accepted(KEY, PAGE);
        assertThat(intake.receive(KEY, report(OTHER_PAGE))).isEqualTo(new Outcome.KeyUsed());
        assertThat(intake.receive(KEY, report(Optional.of("more"), Optional.empty(), PAGE)))
                .isEqualTo(new Outcome.KeyUsed());
        assertThat(intake.receive(KEY, report(Optional.empty(), Optional.of("more"), PAGE)))
                .isEqualTo(new Outcome.KeyUsed());
        assertThat(intake.events()).hasSize(2);
    }

    @Test
    void two_keys_give_two_pairs() {
        Receipt first = intake.accepted(KEY, PAGE);
        Receipt second = intake.accepted(OTHER_KEY, PAGE);
        assertThat(second.reference()).isNotEqualTo(first.reference());
        assertThat(second.secret()).isNotEqualTo(first.secret());
    }

    @Test
    void neither_reference_nor_secret_nor_key_is_stored() {
        Receipt receipt = intake.accepted(KEY, PAGE);
        assertThat(onlySubmission().toString())
                .doesNotContain(receipt.reference().text())
                .doesNotContain(receipt.secret().text())
                .doesNotContain(KEY);
    }

    @Test
    void a_report_with_one_bad_address_is_refused_as_a_whole() {
        assertThat(intake.receive(KEY, report(PAGE, "no address")))
                .isEqualTo(new Outcome.Refused(
                        List.of(new Refusal("addresses[1]", Refusal.Reason.ADDRESS_NOT_RECOGNISED))));
        assertThat(intake.events()).isEmpty();
        assertThat(intake.known).isEmpty();
    }

    @Test
    void an_accepted_report_is_accepted_even_where_its_items_cannot_be_told_yet() {
        intake.unreachable = item -> true;
        Receipt receipt = intake.accepted(KEY, PAGE);
        assertThat(onlySubmission().registered()).isFalse();
        assertThat(intake.readStatus.of(receipt)).isPresent();

        intake.unreachable = item -> false;
        assertThat(intake.finishRegistration.sweep())
                .as("a young one is left in peace")
                .isZero();
        intake.now = intake.now.plus(FinishRegistration.PATIENCE).plusMillis(1);
        assertThat(intake.finishRegistration.sweep()).isEqualTo(1);
        assertThat(intake.finishRegistration.sweep()).isZero();
        assertThat(intake.items.events()).hasSize(1);
    }

    @Test
    void a_crash_between_two_items_is_finished_without_telling_one_twice() {
        intake.unreachable = item -> true;
        intake.accepted(KEY, PAGE, OTHER_PAGE);
        intake.unreachable = item -> false;
        Submission stored = onlySubmission();
        intake.items.change(
                stored.reports().getFirst().itemId(),
                item -> ReportedItem.take(item, stored.reports().getFirst(), intake.now));
        intake.now = intake.now.plusSeconds(60);
        assertThat(intake.finishRegistration.sweep()).isEqualTo(1);
        assertThat(intake.items.events()).hasSize(2).allMatch(ItemReported.class::isInstance);
    }

    @Test
    void one_that_cannot_be_finished_keeps_no_other_waiting() {
        intake.unreachable = item -> true;
        intake.accepted(KEY, PAGE);
        intake.accepted(OTHER_KEY, OTHER_PAGE);
        intake.unreachable = intake.known.get(PAGE)::equals;
        intake.now = intake.now.plusSeconds(60);
        assertThat(intake.finishRegistration.sweep()).isEqualTo(1);
        assertThat(intake.items.find(intake.known.get(OTHER_PAGE))).isPresent();
    }

    @Test
    void a_submission_id_is_a_uuid_of_our_own_making() {
        intake.accepted(KEY, PAGE);
        assertThat(onlySubmission().id().version()).isEqualTo(8);
        assertThat(onlySubmission().id().variant()).isEqualTo(2);
    }

    private Submission onlySubmission() {
        assertThat(intake.submissions.all()).hasSize(1);
        return intake.submissions.all().getFirst();
    }

    private ItemReported reported(UUID item, UUID submission, String address) {
        return new ItemReported(
                item,
                submission,
                LocatorKind.WEB,
                new Sealed(sealedBy("case", SealedField.address(item), address)),
                Optional.of(new Sealed(sealedBy("case", SealedField.note(item, submission), "a note"))),
                Optional.empty(),
                Optional.of(Circumstances.PUBLIC),
                intake.now);
    }
}
