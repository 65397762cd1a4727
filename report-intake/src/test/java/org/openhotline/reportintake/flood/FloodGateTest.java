// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.flood.FloodRules.Rate;

class FloodGateTest {
    private static final FloodRules RULES = new FloodRules(
            Duration.ofSeconds(2),
            Duration.ofHours(12),
            1000,
            new Rate(2, 40),
            new Rate(60, 120),
            new Rate(30, 60),
            Duration.ofSeconds(20),
            new Rate(100, 500),
            new Rate(100, 500));

    private final Clock clock = new Clock();
    private final FloodGate gate = new FloodGate(RULES, new Index("1"), clock);
    /** What a hostile sender has collected. */
    private final Iterator<String> hoard =
            Stream.generate(gate::ticket).limit(2000).toList().iterator();

    @Test
    void a_ticket_is_good_once_it_has_the_least_age() {
        String ticket = gate.ticket();
        clock.pass(Duration.ofMillis(1999));
        Passage.Later later = later(gate.report(ticket, "", "key"));
        assertThat(later.ticket()).isEqualTo(ticket);
        assertThat(later.rest()).isEqualTo(Duration.ofMillis(1));
        clock.pass(later.rest());
        assertThat(gate.report(ticket, "", "key")).isInstanceOf(Passage.Open.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "18bcfe56800-0000000000000000-1.abc", "-1-0-0", "fffffffffffffff-0000000000000000-1.x"})
    void what_nobody_issued_is_never_good_and_gets_a_ticket_to_wait_with(String forged) {
        clock.pass(Duration.ofHours(1));
        Passage.Later later = later(gate.report(forged, "", "key"));
        assertThat(later.ticket()).isNotEqualTo(forged);
        clock.pass(later.rest());
        assertThat(gate.report(later.ticket(), "", "key")).isInstanceOf(Passage.Open.class);
    }

    @Test
    void no_character_of_a_ticket_can_be_changed() {
        String ticket = gate.ticket();
        clock.pass(Duration.ofSeconds(10));
        for (int i = 0; i < ticket.length(); i++) {
            char other = ticket.charAt(i) == 'a' ? 'b' : 'a';
            String changed = ticket.substring(0, i) + other + ticket.substring(i + 1);
            assertThat(gate.report(changed, "", "key")).as(changed).isInstanceOf(Passage.Later.class);
        }
    }

    @Test
    void a_ticket_of_another_instance_with_the_same_keyset_is_good() {
        String ticket = new FloodGate(RULES, new Index("1"), clock).ticket();
        clock.pass(Duration.ofSeconds(2));
        assertThat(gate.report(ticket, "", "key")).isInstanceOf(Passage.Open.class);
        String foreign = new FloodGate(RULES, new Index("2"), clock).ticket();
        clock.pass(Duration.ofSeconds(2));
        assertThat(gate.report(foreign, "", "key")).isInstanceOf(Passage.Later.class);
    }

    @Test
    void a_ticket_is_good_for_one_report_and_its_repetitions_alone() {
        String ticket = mature();
        assertThat(gate.report(ticket, "", "key")).isInstanceOf(Passage.Open.class);
        for (int i = 0; i < 5; i++) {
            assertThat(gate.report(ticket, "", "key")).isInstanceOf(Passage.Open.class);
        }
        assertThat(later(gate.report(ticket, "", "key")).ticket()).isNotEqualTo(ticket);
        assertThat(later(gate.report(ticket, "", "other")).ticket()).isNotEqualTo(ticket);
    }

    @Test
    void a_spent_ticket_never_becomes_good_again_however_many_follow() {
        FloodRules wide = new FloodRules(
                RULES.leastAge(),
                RULES.lifetime(),
                100,
                new Rate(1000, 100_000),
                RULES.worked(),
                RULES.waited(),
                RULES.longestWait(),
                RULES.calls(),
                RULES.partnerCalls());
        FloodGate small = new FloodGate(wide, new Index("1"), clock);
        List<String> tickets =
                IntStream.range(0, 1000).mapToObj(i -> tick(small)).toList();
        clock.pass(Duration.ofSeconds(2));
        tickets.forEach(t -> small.report(t, "", ""));
        assertThat(tickets).noneMatch(t -> small.report(t, "", "") instanceof Passage.Open);
    }

    private String tick(FloodGate gate) {
        clock.pass(Duration.ofMillis(1));
        return gate.ticket();
    }

    @Test
    void a_ticket_gets_too_old() {
        String ticket = gate.ticket();
        clock.pass(Duration.ofHours(12));
        assertThat(gate.report(ticket, "", "key")).isInstanceOf(Passage.Later.class);
    }

    @Test
    void in_a_flood_a_good_ticket_gets_through_by_waiting() {
        String mine = mature();
        flood(1000, 50);
        Passage.Later later = later(gate.report(mine, "", "key"));
        assertThat(later.ticket()).isEqualTo(mine);
        assertThat(later.rest()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
        assertThat(gate.report(mine, "", "key")).isInstanceOf(Passage.Later.class);
        for (long i = 0; i <= RULES.longestWait().toSeconds(); i++) {
            flood(1000, 20);
        }
        assertThat(gate.report(mine, "", "key")).isInstanceOf(Passage.Open.class);
    }

    @Test
    void in_a_flood_a_good_ticket_gets_through_at_once_by_work() {
        String mine = mature();
        flood(1000, 50);
        Passage.Later later = later(gate.report(mine, "", "key"));
        assertThat(later.workBits()).isBetween(15, 18);
        assertThat(gate.report(mine, "1", "key")).isInstanceOf(Passage.Later.class);
        assertThat(gate.report(mine, work(mine, later.workBits()), "key")).isInstanceOf(Passage.Open.class);
    }

    @Test
    void work_for_another_ticket_is_worth_nothing() {
        String mine = gate.ticket();
        String other = mature();
        flood(1000, 50);
        String work = IntStream.iterate(0, i -> i + 1)
                .mapToObj(String::valueOf)
                .filter(n -> ProofOfWork.bits(other, n) >= 16 && ProofOfWork.bits(mine, n) < 8)
                .findFirst()
                .orElseThrow();
        assertThat(gate.report(mine, work, "key")).isInstanceOf(Passage.Later.class);
    }

    @Test
    void those_that_wait_and_those_that_work_have_a_rate_each() {
        List<String> tickets = Stream.generate(gate::ticket).limit(200).toList();
        clock.pass(Duration.ofSeconds(60));
        long open = tickets.stream()
                .filter(t -> gate.report(t, "", t) instanceof Passage.Open)
                .count();
        // 40 of the calm rate, 60 of those that have waited; the clock stands still
        assertThat(open).isEqualTo(100);
        String worked = tickets.getLast();
        assertThat(gate.report(worked, work(worked, 14), "key")).isInstanceOf(Passage.Open.class);
    }

    @Test
    void work_gets_harder_while_more_arrive() {
        flood(100, 0);
        int few = later(gate.report("", "", "")).workBits();
        IntStream.range(0, 30).forEach(i -> flood(5000, 0));
        int many = later(gate.report("", "", "")).workBits();
        assertThat(few).isEqualTo(14);
        assertThat(many).isEqualTo(18);
        clock.pass(Duration.ofMinutes(1));
        assertThat(later(gate.report("", "", "")).workBits()).isEqualTo(14);
    }

    @Test
    void any_other_form_needs_a_ticket_only_in_a_flood() {
        assertThat(gate.form("", "")).isInstanceOf(Passage.Open.class);
        IntStream.range(0, 1000).forEach(i -> gate.form("", ""));
        Passage.Later later = later(gate.form("", ""));
        clock.pass(Duration.ofMillis(100));
        String ticket = later.ticket();
        assertThat(gate.form(ticket, "")).isInstanceOf(Passage.Later.class);
        assertThat(later.rest()).isPositive();
    }

    @Test
    void each_partner_has_a_rate_of_its_own() {
        assertThat(IntStream.range(0, 600).filter(i -> gate.call()).count()).isEqualTo(500);
        assertThat(gate.call()).isFalse();
        assertThat(IntStream.range(0, 600).filter(i -> gate.call("one")).count())
                .isEqualTo(500);
        assertThat(gate.call("two")).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 600).filter(i -> gate.call()).count()).isEqualTo(100);
    }

    @Test
    void the_work_is_the_hash_that_everybody_can_compute() throws Exception {
        // SHA-256("a-ticket:1") by coreutils' sha256sum
        String digest = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest("a-ticket:1".getBytes()));
        int zeros = Long.numberOfLeadingZeros(Long.parseUnsignedLong(digest.substring(0, 16), 16));
        assertThat(ProofOfWork.bits("a-ticket", "1")).isEqualTo(zeros);
        assertThat(ProofOfWork.bits("a-ticket", "")).isZero();
        assertThat(ProofOfWork.bits("a-ticket", "1 ")).isZero();
        assertThat(ProofOfWork.bits("a-ticket", "9".repeat(13))).isZero();
    }

    /** One second of posts without a good ticket, and of good ones that use up what is free. */
    private void flood(int posts, int hoarded) {
        clock.pass(Duration.ofSeconds(1));
        IntStream.range(0, posts).forEach(i -> gate.report("", "", ""));
        IntStream.range(0, hoarded).forEach(i -> gate.report(hoard.next(), "", ""));
    }

    private String mature() {
        String ticket = gate.ticket();
        clock.pass(Duration.ofSeconds(2));
        return ticket;
    }

    private static String work(String ticket, int bits) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(String::valueOf)
                .filter(n -> ProofOfWork.bits(ticket, n) >= bits)
                .findFirst()
                .orElseThrow();
    }

    private static Passage.Later later(Passage passage) {
        assertThat(passage).isInstanceOf(Passage.Later.class);
        return (Passage.Later) passage;
    }

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /** Good enough to tell tickets of two keysets and of two texts apart. */
    private record Index(String key) implements BlindIndex {
        @Override
        public String of(String text) {
            try {
                byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                        .digest((key + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return key + "." + HexFormat.of().formatHex(digest);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public List<String> candidates(String text) {
            return List.of(of(text));
        }
    }
}
