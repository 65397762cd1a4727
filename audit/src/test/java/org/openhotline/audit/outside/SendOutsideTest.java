// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;

class SendOutsideTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    private final List<Long> arrived = new ArrayList<>();
    private Instant now = START;
    private boolean isAway;
    private SendOutside send;

    @BeforeEach
    void place() {
        send = start();
    }

    @Test
    void the_newest_checkpoint_goes_out_once_in_a_period_and_only_if_it_is_news() throws Exception {
        send.sendIfDue(head(3));
        send.sendIfDue(head(5));
        now = now.plus(Duration.ofHours(1));
        send.sendIfDue(head(7));
        now = now.plus(Duration.ofHours(5));
        send.sendIfDue(head(7));

        assertThat(arrived).containsExactly(3L, 7L);
        assertThat(send.reach())
                .isEqualTo(
                        new Reach("mail", Optional.of(new Mark(7, START.plus(Duration.ofHours(1)))), Optional.empty()));
    }

    @Test
    void an_empty_log_is_no_news() throws Exception {
        send.sendIfDue(head(0));
        assertThat(arrived).isEmpty();
    }

    @Test
    void the_period_holds_over_a_restart() throws Exception {
        send.sendIfDue(head(3));
        send = start();
        send.sendIfDue(head(5));

        assertThat(arrived).containsExactly(3L);
        assertThat(start().reach().last()).contains(new Mark(3, START));
    }

    @Test
    void what_failed_is_told_and_tried_again_soon() throws Exception {
        isAway = true;
        send.sendIfDue(head(3));
        send.sendIfDue(head(4));
        assertThat(send.reach().trouble()).isPresent();

        isAway = false;
        now = now.plus(Duration.ofMinutes(1));
        send.sendIfDue(head(5));
        assertThat(send.reach().trouble()).isEmpty();
        assertThat(new Sendings(folder, "mail").all())
                .containsExactly(new Sendings.Sending(START, 3, false), new Sendings.Sending(now, 5, true));
    }

    @Test
    void a_line_that_a_crash_cut_short_does_no_harm() throws Exception {
        send.sendIfDue(head(3));
        Files.writeString(folder.resolve("outside/mail"), "2026-11-24T10:0", StandardOpenOption.APPEND);

        assertThat(start().reach().last()).contains(new Mark(3, START));
    }

    private SendOutside start() {
        OutsidePlace place = new OutsidePlace() {
            @Override
            public String name() {
                return "mail";
            }

            @Override
            public void keep(Log.Head head) throws IOException {
                if (isAway) {
                    throw new IOException("away");
                }
                arrived.add(head.size());
            }
        };
        return new SendOutside(place, new Sendings(folder, place.name()), () -> now, Duration.ofHours(1));
    }

    private static Log.Head head(long size) {
        return LogFixture.head(size);
    }
}
