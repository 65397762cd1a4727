// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.audit.login.FollowLogins.Heard;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.event.IdentityEvent;
import org.openhotline.contracts.event.IdentityEvent.LoggedIn;

class FollowLoginsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final InMemoryAggregates<Heard> heard = new InMemoryAggregates<>();
    private final Map<String, Instant> positions = new HashMap<>();
    private final KeptList list = new KeptList();

    @Test
    void all_that_is_kept_is_told_at_the_first_time() {
        list.keep(450, Duration.ofSeconds(1));

        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void what_has_been_told_is_not_told_again_after_a_restart_either() {
        list.keep(450, Duration.ofSeconds(1));
        following().follow(list);
        following().follow(list);
        list.keep(1, Duration.ofSeconds(1));
        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void what_happens_in_the_same_millisecond_is_told_however_much_it_is() {
        list.keep(3 * FollowLogins.PAGE + 7, Duration.ZERO);
        list.keep(5, Duration.ofMillis(1));

        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void a_page_that_ends_within_a_millisecond_leaves_nothing_of_it_out() {
        list.keep(FollowLogins.PAGE - 2, Duration.ofMillis(1));
        list.keep(10, Duration.ZERO);
        list.keep(10, Duration.ofMillis(1));

        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void what_was_stored_late_is_told_too() {
        list.keep(3, Duration.ofSeconds(30));
        following().follow(list);
        list.keepAt(START.plusSeconds(1));

        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void what_breaks_off_is_taken_up_again() {
        list.keep(700, Duration.ofSeconds(1));
        list.breaksAfter = 2;
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> following().follow(list));
        assertThat(heard.events()).hasSizeLessThan(700);

        following().follow(list);

        assertThat(heard.events()).containsExactlyInAnyOrderElementsOf(list.kept);
    }

    @Test
    void what_the_provider_has_forgotten_meanwhile_harms_nothing() {
        list.keep(300, Duration.ofSeconds(10));
        following().follow(list);
        List<IdentityEvent> told = List.copyOf(list.kept);
        list.kept.clear();
        list.keepAt(START.plus(Duration.ofDays(40)));

        following().follow(list);

        assertThat(heard.events()).hasSize(301).containsAll(told).containsAll(list.kept);
    }

    private FollowLogins following() {
        return new FollowLogins(heard, new Positions() {
            @Override
            public Optional<Instant> of(String name) {
                return Optional.ofNullable(positions.get(name));
            }

            @Override
            public void moveTo(String name, Instant at) {
                positions.put(name, at);
            }
        });
    }

    /** Answers as Keycloak does: from a millisecond on, by time, within one in any order. */
    private static final class KeptList implements IdentityEvents {
        private final List<IdentityEvent> kept = new ArrayList<>();
        private final Random random = new Random(7);
        private Instant next = START;
        private int breaksAfter = Integer.MAX_VALUE;

        void keep(int many, Duration apart) {
            for (int i = 0; i < many; i++) {
                next = next.plus(apart);
                keepAt(next);
            }
        }

        void keepAt(Instant at) {
            kept.add(new LoggedIn(UUID.randomUUID(), Optional.of("account-7"), Optional.of("audit"), at));
        }

        @Override
        public String name() {
            return "logins";
        }

        @Override
        public List<IdentityEvent> since(Instant from, int most) {
            if (breaksAfter-- == 0) {
                throw new IllegalStateException("the identity provider went away");
            }
            List<IdentityEvent> later = new ArrayList<>(
                    kept.stream().filter(event -> !event.at().isBefore(from)).toList());
            Collections.shuffle(later, random);
            later.sort(Comparator.comparing(IdentityEvent::at));
            return later.subList(0, Math.min(most, later.size()));
        }
    }
}
