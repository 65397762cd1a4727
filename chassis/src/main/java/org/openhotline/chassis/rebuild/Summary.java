// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import java.util.SortedMap;

/**
 * What a rebuild has done.
 *
 * @param events told and erased ones
 * @param erased events whose words are gone; their place in the sequence is kept
 * @param restored old events taken over into the service's own aggregates, by kind of aggregate
 * @param notApplied events that could not be applied to the end, mostly since what they are about is erased, by type
 * @param untold aggregates with answers that had never been told; they go out when the service starts
 */
public record Summary(
        long events, long erased, SortedMap<String, Long> restored, SortedMap<String, Long> notApplied, long untold) {

    /** In words, one line each. */
    public String text() {
        StringBuilder text = new StringBuilder("%d events, %d of them erased.%n".formatted(events, erased));
        restored.forEach((aggregate, count) -> text.append("  %-16s %d events%n".formatted(aggregate, count)));
        notApplied.forEach(
                (type, count) -> text.append("  could not be applied (see the log): %s, %d%n".formatted(type, count)));
        if (untold > 0) {
            text.append("  %d answers had never been told and go out at the next start%n".formatted(untold));
        }
        return text.toString();
    }
}
