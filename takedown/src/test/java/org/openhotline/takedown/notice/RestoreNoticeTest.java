// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.takedown.removal.Confirmed;
import org.openhotline.takedown.testing.Examples;
import org.openhotline.takedown.testing.PlainSealing;

class RestoreNoticeTest {
    /** Who reads a new name here decides: does an event tell it, or does it come back from a backup only? */
    private static final Set<String> NOT_TOLD = Set.of(
            "attempt.id",
            "attempt.until",
            "dueAt",
            "enteredContact.text",
            "items.reportId",
            "problem",
            "resolvedBy",
            "sending.channel",
            "sending.linkHash",
            "sending.linkUntil",
            "sending.recipient.text",
            "sending.recipientChanged",
            "sending.since",
            "sending.trace.asn",
            "sending.trace.at",
            "sending.trace.contactKnown",
            "sending.trace.country",
            "sending.trace.details.text",
            "sending.trace.outcome",
            "tries");

    private final PlainSealing sealing = new PlainSealing();

    @Test
    void a_notice_made_again_is_where_it_was_or_unknown_and_is_never_sent_again() {
        Set<String> lost = new TreeSet<>();
        Set<NoticeState> seen = EnumSet.noneOf(NoticeState.class);
        for (int seed = 0; seed < 3000; seed++) {
            Life<Notice> life = life(new Random(seed * 0x9E3779B97F4A7C15L));
            Notice before = life.state();
            Notice after = life.restored(new RestoreNotice());
            seen.add(before.state());
            boolean mayHaveLeft = before.state() == NoticeState.PLANNED || before.state() == NoticeState.SENDING;
            assertThat(after.state()).isEqualTo(mayHaveLeft ? NoticeState.UNKNOWN : before.state());
            lost.addAll(life.lost(new RestoreNotice()));
        }
        lost.remove("state");
        assertThat(lost).isEqualTo(NOT_TOLD);
        assertThat(seen).isEqualTo(EnumSet.allOf(NoticeState.class));
    }

    private Life<Notice> life(Random random) {
        UUID id = id(random);
        UUID item = id(random);
        var event = Examples.confirmed(sealing, item, true);
        Confirmed confirmed = new Confirmed(
                event.assessmentId(),
                UUID.randomUUID(),
                event.kind(),
                event.address(),
                event.trace(),
                event.classification(),
                event.at());
        Instant start = event.at();
        Optional<Sealed> entered = random.nextBoolean() ? Optional.of(new Sealed("contact")) : Optional.empty();
        // as QueueNotice asks for it: a new id for the report each time, and in a rebuild the contact is not known
        Iterator<Optional<Sealed>> contacts = Stream.concat(
                        Stream.of(entered), Stream.generate(Optional::<Sealed>empty))
                .iterator();
        Life<Notice> life = new Life<Notice>()
                .hears(known -> Notice.queue(
                        id, List.of(new NoticeItem(item, UUID.randomUUID(), confirmed, true)), contacts.next(), start));
        Instant now = start;
        for (int i = random.nextInt(12); i > 0; i--) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            step(life, event.trace(), now, random);
        }
        return life;
    }

    private static void step(Life<Notice> life, Trace trace, Instant now, Random random) {
        UUID attempt = id(random);
        Sending how = new Sending(
                now, "mail", new Sealed("recipient"), random.nextBoolean(), trace, "link", now.plusSeconds(100_000));
        switch (random.nextInt(8)) {
            case 0 -> life.does(n -> n.loseTrack(now.minusSeconds(60), now));
            case 1 -> life.does(n -> n.foundSent(Examples.OFFICER, now));
            case 2 -> life.does(n -> n.foundNotSent(Examples.OFFICER, now));
            case 3 -> life.does(n -> n.answer(HostAnswer.REMOVED, "link", now));
            default -> {
                life.does(n -> n.claim(attempt, Duration.ofMinutes(5), now));
                life.does(n -> random.nextInt(5) > 0 ? n.startSending(attempt, how) : Decision.of(n));
                Delivery outcome = outcome(random);
                life.does(n -> random.nextInt(4) > 0
                        ? n.finish(attempt, outcome, Duration.ofMinutes(15), now)
                        : Decision.of(n));
            }
        }
    }

    private static Delivery outcome(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Delivery.Accepted();
            case 1 -> new Delivery.Refused("smtp-550");
            case 2 -> new Delivery.Postponed("smtp-421");
            default -> new Delivery.Lost();
        };
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
