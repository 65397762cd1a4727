// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.util.List;

/** What a service keeps and never tells, so that no event can bring it back. docs/users/operator.md says the same. */
final class OnlyFromBackup {
    private OnlyFromBackup() {}

    /** In words, ready to print. */
    static String of(Module service) {
        StringBuilder text = new StringBuilder("Only a backup brings back:\n");
        things(service).forEach(thing -> text.append("  - ").append(thing).append('\n'));
        return things(service).isEmpty() ? "Nothing else is missing.\n" : text.toString();
    }

    static List<String> things(Module service) {
        return switch (service) {
            case REPORT_INTAKE ->
                List.of(
                        "submissions: references and secrets (reporters cannot read their status), words, addresses letter"
                                + " for letter, and that something is still to be told to an item",
                        "reporters' contacts, and the keys by which contacts and messages are sealed",
                        "messages between the hotline and reporters",
                        "partners' own references, the results of imports row by row, and by what an import is known again",
                        "how an address was spelt when it was reported, which only tells one duplicate from another",
                        "a purge that was not finished; the next one does its work");
            case ASSESSMENT -> List.of("when an item is to be traced next; it is counted from the last trace told");
            case TAKEDOWN ->
                List.of(
                        "contacts that officers entered, to whom each notice went and why a sending failed",
                        "hosts' links to answer a notice: none works any more",
                        "why the police desk released a hold",
                        "whether the police desk was told of a referral by mail; it sees all of them on its page",
                        "whether a queued notice left: it is \"unknown\" and an officer finds out");
            case NEEDS_ASSESSMENT, AUDIT -> List.of();
        };
    }
}
