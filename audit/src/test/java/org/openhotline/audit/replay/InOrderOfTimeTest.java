// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.contracts.event.AggregateType;

class InOrderOfTimeTest {
    private final UUID item = UUID.randomUUID();
    private final List<Entry> log = new ArrayList<>();

    @Test
    void an_answer_that_arrived_first_comes_after_what_it_answers() {
        arrived(AggregateType.REMOVAL, 1, 5);
        arrived(AggregateType.ASSESSED_ITEM, 1, 4);
        arrived(AggregateType.REPORTED_ITEM, 1, 0);
        assertThat(order()).containsExactly("reported-item 1", "assessed-item 1", "removal 1");
    }

    @Test
    void a_source_keeps_its_order_though_its_clock_was_set_back() {
        arrived(AggregateType.ASSESSED_ITEM, 1, 10);
        arrived(AggregateType.ASSESSED_ITEM, 2, 3);
        arrived(AggregateType.REPORTED_ITEM, 1, 5);
        assertThat(order()).containsExactly("reported-item 1", "assessed-item 1", "assessed-item 2");
    }

    @Test
    void of_the_same_millisecond_reports_come_first_and_the_logs_own_news_is_left_out() {
        arrived(AggregateType.LOG, 1, 7);
        arrived(AggregateType.REMOVAL, 1, 7);
        arrived(AggregateType.ASSESSED_ITEM, 1, 7);
        arrived(AggregateType.REPORTED_ITEM, 1, 7);
        assertThat(order()).containsExactly("reported-item 1", "assessed-item 1", "removal 1");
    }

    private void arrived(AggregateType aggregate, long sequence, long second) {
        Leaf leaf = new Leaf(
                UUID.randomUUID(),
                "openhotline.made-up.v1",
                aggregate,
                item,
                sequence,
                Instant.EPOCH.plusSeconds(second),
                "commitment");
        log.add(new Entry(log.size(), leaf, Optional.empty()));
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        new InOrderOfTime(new Written(log))
                .forEach(e -> order.add(
                        e.leaf().aggregate().wireName() + " " + e.leaf().sequence()));
        return order;
    }

    private record Written(List<Entry> entries) implements ReadEntries {
        @Override
        public long size() {
            return entries.size();
        }

        @Override
        public Optional<Entry> find(UUID eventId) {
            return entries.stream()
                    .filter(e -> e.leaf().eventId().equals(eventId))
                    .findFirst();
        }

        @Override
        public List<Entry> search(EntryFilter filter, long before, int most) {
            return List.of();
        }

        @Override
        public Stream<Entry> inOrder(long from) {
            return entries.stream().skip(from);
        }
    }
}
