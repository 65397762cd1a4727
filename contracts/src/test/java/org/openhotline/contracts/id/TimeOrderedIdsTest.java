// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private Instant now = NOON;
    private final Ids ids = new TimeOrderedIds(() -> now, RandomGenerator.of("L64X128MixRandom"));

    @Test
    void an_id_has_version_7_the_rfc_variant_and_the_time() {
        for (int i = 0; i < 1000; i++) {
            now = now.plusMillis(7);
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(millis(id)).isEqualTo(now.toEpochMilli());
        }
    }

    @Test
    void ids_of_one_millisecond_strictly_increase_even_past_the_counter() {
        assertThat(take(10_000))
                .isSortedAccordingTo(TimeOrderedIdsTest::compare)
                .doesNotHaveDuplicates();
    }

    @Test
    void ids_go_on_increasing_when_the_clock_steps_back() {
        List<UUID> all = take(10);
        now = NOON.minusSeconds(3600);
        all.addAll(take(10));
        now = NOON.plusMillis(1);
        all.addAll(take(10));
        assertThat(all).isSortedAccordingTo(TimeOrderedIdsTest::compare).doesNotHaveDuplicates();
        assertThat(millis(all.getLast())).isEqualTo(now.toEpochMilli());
    }

    @Test
    void ids_sort_as_text_in_the_order_in_which_they_were_made() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            now = now.plusMillis(i % 3);
            texts.add(ids.next().toString());
        }
        assertThat(texts).isSorted();
    }

    @Test
    void ids_of_one_millisecond_differ_in_their_random_part() {
        assertThat(take(1000).stream().map(UUID::getLeastSignificantBits)).doesNotHaveDuplicates();
    }

    @Test
    void threads_never_get_the_same_id() {
        Set<Long> ticks = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> ticks.add(ids.next().getMostSignificantBits()));
        assertThat(ticks).hasSize(20_000);
    }

    private List<UUID> take(int count) {
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(ids.next());
        }
        return taken;
    }

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    /** As unsigned numbers, the order of RFC 9562; UUID.compareTo is signed. */
    private static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
