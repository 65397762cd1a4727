// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SupervisedTest {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void a_child_that_ends_unasked_is_started_again() {
        try (var child = new Supervised("sleeper", () -> new Sleeper(new CountDownLatch(0)), said::add)) {
            child.awaitReady();
            long first = child.process().pid();
            child.process().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> said.contains("sleeper is up again"));
            assertThat(child.process().pid()).isNotEqualTo(first);
            assertThat(child.process().isAlive()).isTrue();
        }
        assertThat(said).hasSize(3);
    }

    @Test
    void a_child_that_is_stopped_stays_stopped() {
        var child = new Supervised("sleeper", () -> new Sleeper(new CountDownLatch(0)), said::add);
        child.awaitReady();
        child.close();
        assertThat(child.process().isAlive()).isFalse();
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(5)).until(said::isEmpty);
    }

    @Test
    void one_that_is_slow_to_answer_again_does_not_keep_another_down() {
        var never = new CountDownLatch(1);
        var slowStarts = new CopyOnWriteArrayList<Sleeper>();
        try (var slow = new Supervised(
                        "slow",
                        () -> {
                            slowStarts.add(new Sleeper(slowStarts.isEmpty() ? new CountDownLatch(0) : never));
                            return slowStarts.getLast();
                        },
                        said::add);
                var other = new Supervised("other", () -> new Sleeper(new CountDownLatch(0)), said::add)) {
            slow.awaitReady();
            other.awaitReady();
            slow.process().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> slowStarts.size() == 2);
            other.process().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> said.contains("other is up again"));
            assertThat(said).doesNotContain("slow is up again");
            never.countDown();
        }
    }

    @Test
    void one_that_lives_but_never_answers_again_is_ended_and_started_again() {
        var starts = new CopyOnWriteArrayList<Child>();
        try (var child = new Supervised(
                "sleeper",
                () -> {
                    var sleeper = new Sleeper(new CountDownLatch(0));
                    starts.add(starts.size() == 1 ? new Mute(sleeper) : sleeper);
                    return starts.getLast();
                },
                said::add)) {
            child.awaitReady();
            child.process().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> said.contains("sleeper is up again"));
            assertThat(said).contains("sleeper does not answer");
            assertThat(starts).hasSize(3);
            assertThat(starts.get(1).process().isAlive()).isFalse();
        }
    }

    /** Lives and never answers. */
    private record Mute(Sleeper sleeper) implements Child {
        @Override
        public ProcessHandle process() {
            return sleeper.process();
        }

        @Override
        public void awaitReady(Duration patience) {
            throw new IllegalStateException("sleeper does not answer");
        }

        @Override
        public void close() {
            sleeper.close();
        }
    }

    /** A process that does nothing and answers as soon as the latch is open. */
    private record Sleeper(Process sleeping, CountDownLatch open) implements Child {
        private Sleeper(CountDownLatch open) {
            this(start(), open);
        }

        private static Process start() {
            try {
                return new ProcessBuilder("sleep", "600").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ProcessHandle process() {
            return sleeping.toHandle();
        }

        @Override
        public void awaitReady(Duration patience) {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            sleeping.destroyForcibly();
            sleeping.onExit().join();
        }
    }
}
