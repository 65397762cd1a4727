// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import org.openhotline.contracts.report.Theme;

/** What a reporter says on one of the optional pages, as it came in. Answering a question again replaces the answer. */
public sealed interface Answer {

    /** Where on the page, or what led there, in free words. */
    record Where(String words) implements Answer {}

    record Kind(Theme theme) implements Answer {}

    record Danger(boolean now) implements Answer {}

    /** Whether the reporter is the child shown, or a child. */
    record Self(boolean isChild) implements Answer {}

    /** What was seen, in free words. */
    record Seen(String words) implements Answer {}

    /** @param feedback whether we may write there; @param toPolice whether police may be told who reported */
    record Contact(String words, boolean feedback, boolean toPolice) implements Answer {}

    /** The name of the question, as told in events. */
    default String question() {
        return switch (this) {
            case Where _ -> "where";
            case Kind _ -> "kind";
            case Danger _ -> "danger";
            case Self _ -> "self";
            case Seen _ -> "note";
            case Contact _ -> "contact";
        };
    }

    /** All of it as one text, by which the same answer given twice is noticed. */
    default String text() {
        return switch (this) {
            case Where(String words) -> words;
            case Kind(Theme theme) -> theme.wireName();
            case Danger(boolean now) -> String.valueOf(now);
            case Self(boolean isChild) -> String.valueOf(isChild);
            case Seen(String words) -> words;
            case Contact(String words, boolean feedback, boolean toPolice) -> feedback + "\n" + toPolice + "\n" + words;
        };
    }
}
