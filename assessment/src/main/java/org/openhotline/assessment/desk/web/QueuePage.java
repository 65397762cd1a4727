// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.Claim;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.Urgency;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.staff.Actor;

/**
 * The queue as one analyst sees it: never an address.
 *
 * @param held the item this analyst holds
 * @param waiting how many this analyst could take
 * @param children what children reported, a queue of its own
 * @param rows the most urgent of the others
 * @param untraced items whose host could not be found out
 */
record QueuePage(
        @Nullable Held held,
        long waiting,
        long withOthers,
        long beingTraced,
        List<Row> children,
        List<Row> rows,
        List<Row> untraced) {
    static final int ROWS = 20;

    record Held(UUID id, String name, String left) {}

    record Row(
            UUID id,
            String name,
            String urgency,
            boolean danger,
            String kind,
            String reports,
            String waiting,
            String state,
            String host) {
        static Row of(AssessedItem item, Instant now) {
            return new Row(
                    item.id(),
                    Words.item(item.id()),
                    Words.urgency(item.reports().urgency()),
                    item.reports().urgency() == Urgency.DANGER,
                    Words.kind(item.kind()),
                    Words.reports(item.reports().count()),
                    Words.duration(Duration.between(item.reports().first(), now)),
                    Words.state(item.state()),
                    item.tracing().result().map(Row::host).orElse("Not traced yet"));
        }

        private static String host(Trace trace) {
            return trace.country().map(Words::country).orElse(Words.trace(trace.outcome()));
        }
    }

    static QueuePage of(AssessedItems items, Actor actor, Instant now) {
        Optional<AssessedItem> held = items.heldBy(actor.id()).filter(item -> item.isHeldBy(actor, now));
        long inWork = Stream.of(ItemState.CLAIMED, ItemState.IN_REVIEW, ItemState.WITH_SENIOR)
                .mapToLong(items::count)
                .sum();
        List<AssessedItem> children = items.selfReportsFor(actor, ROWS);
        List<AssessedItem> others = items.waitingFor(actor, 2 * ROWS).stream()
                .filter(item -> !item.reports().selfReport())
                .limit(ROWS)
                .toList();
        return new QueuePage(
                held.flatMap(item -> item.claim().map(claim -> held(item, claim, now)))
                        .orElse(null),
                items.countWaitingFor(actor),
                inWork - (held.isPresent() ? 1 : 0),
                items.count(ItemState.TRACING),
                rows(children, now),
                rows(others, now),
                rows(items.withFailedTrace(ROWS), now));
    }

    private static Held held(AssessedItem item, Claim claim, Instant now) {
        return new Held(item.id(), Words.item(item.id()), Words.duration(Duration.between(now, claim.until())));
    }

    private static List<Row> rows(List<AssessedItem> items, Instant now) {
        return items.stream().map(item -> Row.of(item, now)).toList();
    }
}
