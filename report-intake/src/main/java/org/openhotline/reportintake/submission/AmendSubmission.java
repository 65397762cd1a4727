// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.contact.SealContact;

/**
 * Adds one answer to a report that was received. One write of the submission accepts it; then its items are told
 * afterwards, by {@link FinishRegistration} where that fails.
 */
public final class AmendSubmission {
    private final Submissions submissions;
    private final ItemsToTell itemsToTell;
    private final Sealing sealing;
    private final SealContact sealContact;
    private final BlindIndex index;
    private final InstantSource clock;

    public AmendSubmission(
            Submissions submissions,
            ItemsToTell itemsToTell,
            Sealing sealing,
            SealContact sealContact,
            BlindIndex index,
            InstantSource clock) {
        this.submissions = submissions;
        this.itemsToTell = itemsToTell;
        this.sealing = sealing;
        this.sealContact = sealContact;
        this.index = index;
        this.clock = clock;
    }

    /** Everything that is wrong with the answer; empty where it is stored, was stored before, or says nothing. */
    public List<Refusal> amend(UUID submissionId, Answer given) {
        return switch (CheckAnswer.check(given)) {
            case CheckAnswer.Check.Nothing() -> List.of();
            case CheckAnswer.Check.Wrong(List<Refusal> refusals) -> refusals;
            case CheckAnswer.Check.InOrder(Answer answer) -> {
                store(submissionId, answer);
                yield List.of();
            }
        };
    }

    private void store(UUID submissionId, Answer answer) {
        Submission stored = submissions.change(submissionId, present -> {
            Submission submission = present.orElseThrow(() -> new IllegalStateException("no such submission"));
            return isKnown(submission, answer) ? Decision.of(submission) : amended(submission, answer);
        });
        if (!stored.registered()) {
            itemsToTell.later(stored);
        }
    }

    private boolean isKnown(Submission submission, Answer answer) {
        return submission.amendments().has(answer.question(), index.candidates(labelled(submission, answer)));
    }

    private Decision<Submission> amended(Submission submission, Answer answer) {
        Instant now = clock.instant();
        Submission more = with(submission, answer, now);
        Amendments amendments = more.amendments().and(answer.question(), index.of(labelled(submission, answer)));
        return more.amended(amendments, answer.question(), now);
    }

    private Submission with(Submission submission, Answer answer, Instant now) {
        Circumstances known = submission.circumstances();
        UUID id = submission.id();
        return switch (answer) {
            case Answer.Where(String words) ->
                submission.withReferrer(item -> sealing.seal(SealedField.referrer(item, id), words));
            case Answer.Seen(String words) ->
                submission.withNote(item -> sealing.seal(SealedField.note(item, id), words));
            case Answer.Kind(var theme) ->
                submission.with(new Circumstances(
                        known.source(), Optional.of(theme), known.childInDanger(), known.selfReport()));
            case Answer.Danger(boolean isNow) ->
                submission.with(new Circumstances(known.source(), known.theme(), isNow, known.selfReport()));
            case Answer.Self(boolean isChild) ->
                submission.with(new Circumstances(known.source(), known.theme(), known.childInDanger(), isChild));
            case Answer.Contact(String words, boolean feedback, boolean toPolice) ->
                submission.with(sealContact.seal(id, words, now), new Consent(feedback, toPolice));
        };
    }

    /** Bound to the submission, so that equal answers of two reporters do not look alike in the store. */
    private static String labelled(Submission submission, Answer answer) {
        return "answer\n" + submission.id() + "\n" + answer.question() + "\n" + answer.text();
    }
}
