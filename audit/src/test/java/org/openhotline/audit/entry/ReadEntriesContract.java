// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.entry.EventFixture.AT;
import static org.openhotline.audit.entry.EventFixture.event;
import static org.openhotline.audit.entry.EventFixture.item;
import static org.openhotline.audit.entry.EventFixture.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ReadEntries} and {@link EraseEntries} promises. */
public interface ReadEntriesContract<E extends ReadEntries & EraseEntries> {
    /** A log of these events, in this order. */
    E entries(List<Arrival> events) throws Exception;

    @Test
    default void an_empty_log_has_nothing_to_read() throws Exception {
        E entries = entries(List.of());
        assertThat(entries.size()).isZero();
        assertThat(entries.find(UUID.randomUUID())).isEmpty();
        assertThat(entries.search(EntryFilter.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(entries.inOrder(0)).isEmpty();
    }

    @Test
    default void an_entry_is_found_by_its_event_with_what_it_commits_to() throws Exception {
        E entries = entries(List.of(event(1, 1), event(2, 1)));
        Entry found = entries.find(event(2, 1).eventId()).orElseThrow();

        assertThat(found.index()).isEqualTo(1);
        assertThat(found.leaf().aggregateId()).isEqualTo(item(2));
        Entry.Body body = found.body().orElseThrow();
        assertThat(body.json()).isEqualTo(json(2));
        assertThat(body.service()).isEqualTo("takedown");
        assertThat(Commitment.to(
                        body.json().getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(body.key())))
                .isEqualTo(found.leaf().commitment());
    }

    @Test
    default void all_are_read_in_order_from_any_place() throws Exception {
        E entries = entries(events(0, 700));
        assertThat(entries.size()).isEqualTo(700);
        for (long from : new long[] {0, 1, 255, 256, 600, 699}) {
            assertThat(entries.inOrder(from).map(Entry::index))
                    .containsExactlyElementsOf(
                            LongStream.range(from, 700).boxed().toList());
        }
        assertThat(entries.inOrder(700)).isEmpty();
        assertThat(entries.inOrder(300).limit(2).map(e -> e.body().orElseThrow().json()))
                .containsExactly(json(300), json(301));
    }

    @Test
    default void entries_are_looked_for_by_all_that_is_given_newest_first() throws Exception {
        E entries = entries(
                Stream.concat(events(0, 10).stream(), Stream.of(event(3, 2))).toList());
        EntryFilter all = EntryFilter.ALL;

        assertThat(found(entries, all, Long.MAX_VALUE, 3)).containsExactly(10L, 9L, 8L);
        assertThat(found(entries, all, 8, 2)).containsExactly(7L, 6L);
        assertThat(found(entries, all.ofSubject(item(3)), Long.MAX_VALUE, 10)).containsExactly(10L, 3L);
        assertThat(found(entries, all.ofSubject(item(3)), 10, 10)).containsExactly(3L);
        assertThat(found(entries, all.ofType(event(0, 1).type()), Long.MAX_VALUE, 2))
                .containsExactly(10L, 9L);
        assertThat(found(entries, all.ofType("openhotline.removal.removed.v1"), Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(found(entries, all.ofActor("person-1"), Long.MAX_VALUE, 10)).containsExactly(7L, 4L, 1L);
        assertThat(found(entries, all.ofActor("person-0").ofSubject(item(3)), Long.MAX_VALUE, 10))
                .containsExactly(10L, 3L);
        assertThat(found(entries, all.ofActor("person-1").ofSubject(item(3)), Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(found(entries, all.ofService("takedown"), 3, 10)).containsExactly(2L, 1L, 0L);
        assertThat(found(entries, all.ofService("assessment"), Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(found(entries, all.between(AT.plusSeconds(4), AT.plusSeconds(6)), Long.MAX_VALUE, 10))
                .containsExactly(5L, 4L);
    }

    @Test
    default void a_search_through_many_pages_finds_each_once() throws Exception {
        E entries = entries(events(0, 2500));
        EntryFilter asked = EntryFilter.ALL.ofActor("person-2").between(AT.plusSeconds(10), AT.plusSeconds(2400));
        List<Long> expected = IntStream.range(10, 2400)
                .filter(number -> number % 3 == 2)
                .mapToObj(number -> (long) number)
                .toList()
                .reversed();

        List<Long> paged = Stream.iterate(
                        found(entries, asked, Long.MAX_VALUE, 70),
                        page -> !page.isEmpty(),
                        page -> found(entries, asked, page.getLast(), 70))
                .flatMap(List::stream)
                .toList();
        assertThat(paged).isEqualTo(expected);
    }

    @Test
    default void an_erased_body_is_gone_and_the_leaf_stays() throws Exception {
        E entries = entries(events(0, 5));
        Entry before = entries.find(event(1, 1).eventId()).orElseThrow();

        assertThat(entries.erase(event(1, 1).eventId())).isTrue();
        Entry erased = entries.find(event(1, 1).eventId()).orElseThrow();
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.leaf()).isEqualTo(before.leaf());
        assertThat(entries.inOrder(0).map(Entry::isErased)).containsExactly(false, true, false, false, false);
        assertThat(entries.search(EntryFilter.ALL.ofSubject(item(1)), Long.MAX_VALUE, 1))
                .containsExactly(erased);
        assertThat(entries.erase(event(1, 1).eventId())).isFalse();
        assertThat(entries.erase(UUID.randomUUID())).isFalse();
    }

    private static List<Arrival> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> event(number, 1)).toList();
    }

    private static List<Long> found(ReadEntries entries, EntryFilter filter, long before, int most) {
        return entries.search(filter, before, most).stream().map(Entry::index).toList();
    }
}
