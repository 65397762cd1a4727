// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.Map;
import java.util.Optional;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.submission.Answer;

/** The fields of one page after the first, as typed. */
public record Answers(Map<String, String> fields) {
    private static final String YES = "yes";
    private static final String NO = "no";

    public Answers {
        fields = Map.copyOf(fields);
    }

    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String button) {
        return fields.containsKey(button);
    }

    /** What was answered; empty where nothing was chosen and where the page asks nothing. */
    Optional<Answer> to(Step step) {
        return switch (step) {
            case WHERE -> Optional.of(new Answer.Where(of("referrer")));
            case KIND -> Theme.named(of("theme")).map(Answer.Kind::new);
            case DANGER -> choice().map(Answer.Danger::new);
            case SELF -> choice().map(Answer.Self::new);
            case NOTE -> Optional.of(new Answer.Seen(of("note")));
            case CONTACT -> Optional.of(new Answer.Contact(of("contact"), has("feedback"), has("police")));
            case RECEIVED, URGENT, SUPPORT, DONE -> Optional.empty();
        };
    }

    private Optional<Boolean> choice() {
        return switch (of("answer")) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Never what was typed, so that no log line can hold it. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
