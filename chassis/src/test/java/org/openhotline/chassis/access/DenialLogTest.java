// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.security.Denial;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AccessEvent.AccessDenied;

class DenialLogTest {
    private static final Denial POLICE = new Denial(Optional.of("account-7"), "GET", "/police/**", "role");
    private static final Denial NOBODY = new Denial(Optional.empty(), "GET", "/api/**", "token");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Store store = new Store();
    private Instant now = START;
    private final DenialLog log =
            new DenialLog(new Accesses(store, UUID::randomUUID, () -> now, "takedown"), () -> now);

    @Test
    void the_first_refusal_is_told_at_once() {
        log.denied(POLICE);

        assertThat(told()).singleElement().satisfies(denied -> {
            assertThat(denied.actor()).contains("account-7");
            assertThat(denied.service()).isEqualTo("takedown");
            assertThat(denied.route()).isEqualTo("/police/**");
            assertThat(denied.reason()).isEqualTo("role");
            assertThat(denied.count()).isEqualTo(1);
        });
    }

    @Test
    void whoever_keeps_knocking_is_told_of_once_a_minute() {
        for (int second = 0; second < 59; second++) {
            now = START.plusSeconds(second);
            log.denied(POLICE);
            log.tellRepeated();
        }
        assertThat(told()).hasSize(1);

        now = START.plus(DenialLog.TOGETHER);
        log.tellRepeated();

        assertThat(told()).hasSize(2);
        AccessDenied together = told().getLast();
        assertThat(together.count()).isEqualTo(58);
        assertThat(together.since()).isEqualTo(START.plusSeconds(1));
        assertThat(together.at()).isEqualTo(START.plusSeconds(58));
    }

    @Test
    void a_minute_without_a_further_one_is_not_told_of_and_the_next_is_a_first_one_again() {
        log.denied(POLICE);
        now = START.plus(DenialLog.TOGETHER);
        log.tellRepeated();
        assertThat(told()).hasSize(1);

        log.denied(POLICE);
        assertThat(told()).extracting(AccessDenied::count).containsExactly(1L, 1L);
    }

    @Test
    void others_are_told_of_apart() {
        log.denied(POLICE);
        log.denied(NOBODY);
        log.denied(new Denial(Optional.of("account-8"), "GET", "/police/**", "role"));

        assertThat(told()).hasSize(3).allMatch(denied -> denied.count() == 1);
    }

    @Test
    void what_could_not_be_stored_is_told_later_and_not_one_is_forgotten() {
        store.down = true;
        log.denied(POLICE);
        now = START.plusSeconds(5);
        log.denied(POLICE);
        now = START.plus(DenialLog.TOGETHER);
        log.tellRepeated();
        log.denied(POLICE);
        assertThat(told()).isEmpty();

        store.down = false;
        log.tellRepeated();

        assertThat(told()).singleElement().satisfies(denied -> {
            assertThat(denied.count()).isEqualTo(3);
            assertThat(denied.since()).isEqualTo(START);
        });
    }

    @Test
    void the_end_of_the_process_waits_for_no_minute() {
        log.denied(POLICE);
        log.denied(POLICE);
        log.denied(POLICE);

        log.tellAll();

        assertThat(told()).extracting(AccessDenied::count).containsExactly(1L, 2L);
    }

    @Test
    void refusals_at_the_same_moment_are_all_counted() throws InterruptedException {
        List<Thread> crowd = IntStream.range(0, 8)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    for (int knock = 0; knock < 500; knock++) {
                        log.denied(POLICE);
                        if (knock % 100 == 0) {
                            log.tellAll();
                        }
                    }
                }))
                .toList();
        for (Thread one : crowd) {
            assertThat(one.join(Duration.ofSeconds(30))).isTrue();
        }
        log.tellAll();

        assertThat(told().stream().mapToLong(AccessDenied::count).sum()).isEqualTo(4000);
    }

    private List<AccessDenied> told() {
        return store.events().stream().map(AccessDenied.class::cast).toList();
    }

    private static final class Store extends InMemoryAggregates<Accesses.Access> {
        private boolean down;

        @Override
        public Accesses.Access change(UUID id, Function<Optional<Accesses.Access>, Decision<Accesses.Access>> command) {
            if (down) {
                throw new IllegalStateException("the store is away");
            }
            return super.change(id, command);
        }
    }
}
