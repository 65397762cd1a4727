// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.Refusal.Reason;

/** Checks one answer by the rules that hold for a whole report, and puts its words into their stored form. */
final class CheckAnswer {
    private CheckAnswer() {}

    /** What a check came to. */
    sealed interface Check {
        /** Nothing was said, so nothing changes. */
        record Nothing() implements Check {}

        record InOrder(Answer answer) implements Check {}

        record Wrong(List<Refusal> refusals) implements Check {}
    }

    static Check check(Answer answer) {
        return switch (answer) {
            case Answer.Where(String words) ->
                words(
                                words,
                                "referrer",
                                CheckReport.LONGEST_REFERRER,
                                Reason.REFERRER_TOO_LONG,
                                Reason.REFERRER_CONTROL_CHARACTERS)
                        .then(Answer.Where::new);
            case Answer.Seen(String words) ->
                words(words, "note", CheckReport.LONGEST_NOTE, Reason.NOTE_TOO_LONG, Reason.NOTE_CONTROL_CHARACTERS)
                        .then(Answer.Seen::new);
            case Answer.Contact contact -> contact(contact);
            case Answer.Kind _, Answer.Danger _, Answer.Self _ -> new Check.InOrder(answer);
        };
    }

    private static Check contact(Answer.Contact given) {
        Words words = words(
                given.words(),
                "contact",
                CheckReport.LONGEST_CONTACT,
                Reason.CONTACT_TOO_LONG,
                Reason.CONTACT_CONTROL_CHARACTERS);
        Consent consent = new Consent(given.feedback(), given.toPolice());
        Optional<Refusal> wrong = CheckReport.contactAndUse(words.text(), consent, "uses");
        if (words.refusals().isEmpty() && wrong.isPresent()) {
            return new Check.Wrong(List.of(wrong.get()));
        }
        return words.then(text -> new Answer.Contact(text, given.feedback(), given.toPolice()));
    }

    private static Words words(String given, String field, int longest, Reason tooLong, Reason unclean) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<String> text = CheckReport.text(Optional.of(given), field, longest, tooLong, unclean, refusals);
        return new Words(text, refusals);
    }

    private record Words(Optional<String> text, List<Refusal> refusals) {
        Check then(Function<String, Answer> answer) {
            if (!refusals.isEmpty()) {
                return new Check.Wrong(List.copyOf(refusals));
            }
            return text.<Check>map(t -> new Check.InOrder(answer.apply(t))).orElseGet(Check.Nothing::new);
        }
    }
}
