// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;

class RestoreItemTest {
    /** Who reads a new name here decides: does an event tell it, or does it come back from a backup only? */
    private static final Set<String> NOT_TOLD = Set.of("tracing.due", "tracing.tries");

    private static final List<Actor> ANALYSTS = List.of(Desk.ANA, Desk.BEN, Desk.SOFIA);

    @Test
    void an_item_made_again_from_its_events_is_the_same_but_for_when_to_trace_next() {
        Set<String> lost = new TreeSet<>();
        Set<ItemState> seen = EnumSet.noneOf(ItemState.class);
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Life<AssessedItem> life = life(random);
            lost.addAll(life.lost(new RestoreItem()));
            seen.add(life.state().state());
        }
        assertThat(lost).isEqualTo(NOT_TOLD);
        assertThat(seen).isEqualTo(EnumSet.allOf(ItemState.class));
    }

    private static Life<AssessedItem> life(Random random) {
        LocatorKind kind = random.nextBoolean() ? LocatorKind.WEB : LocatorKind.PHONE;
        UUID item = new UUID(random.nextLong(), random.nextLong());
        boolean secondReview = random.nextBoolean();
        Instant now = Desk.MORNING;
        ItemReported report = new ItemReported(
                item, id(random), kind, new Sealed("address"), words(random), words(random), Optional.empty(), now);
        Life<AssessedItem> life =
                new Life<AssessedItem>().hears(known -> AssessedItem.open(report, List.of(), report.at()));
        for (int i = random.nextInt(30); i > 0; i--) {
            now = now.plusSeconds(60 + random.nextInt(random.nextInt(20) == 0 ? 4_000_000 : 2000));
            step(life, item, secondReview, now, random);
        }
        return life;
    }

    private static void step(Life<AssessedItem> life, UUID item, boolean secondReview, Instant now, Random random) {
        Actor actor = ANALYSTS.get(random.nextInt(ANALYSTS.size()));
        switch (random.nextInt(9)) {
            case 0 -> {
                var again = new ItemReportedAgain(
                        item, id(random), words(random), Optional.empty(), Optional.empty(), Optional.empty(), now);
                life.hears(known -> known.orElseThrow().countAgain(again, Desk.LOOK_AGAIN));
            }
            case 1 -> {
                var more = new ItemReportAmended(
                        item, id(random), words(random), Optional.empty(), Circumstances.PUBLIC, now);
                life.hears(known -> known.orElseThrow().amend(more));
            }
            case 2, 3 -> {
                life.does(known -> Decision.of(known.beginTrace(now, now.plusSeconds(180))));
                life.does(known -> known.tracing().due().isPresent()
                        ? known.recordTrace(trace(random, now), now)
                        : Decision.of(known));
            }
            case 4 -> life.does(known -> Decision.of(known.traceAgain(now)));
            case 5 -> life.does(known -> known.release(actor, now));
            case 6 -> life.does(known -> known.endLease(now));
            default -> {
                Instant moment = now.plus(Duration.ofSeconds(1));
                Judgement mine = new Judgement(id(random), actor.id(), verdict(random), words("reason"), moment);
                Triage triage = new Triage(id(random), actor.id(), route(random), moment);
                life.does(known -> known.claim(actor, now, now.plus(Desk.LEASE)));
                if (random.nextInt(4) > 0) {
                    life.does(known -> known.kind().isPage()
                            ? known.decide(mine, actor, secondReview)
                            : known.triage(triage, actor));
                }
            }
        }
    }

    private static Trace trace(Random random, Instant now) {
        TraceOutcome outcome = random.nextBoolean() ? TraceOutcome.FAILED : TraceOutcome.TRACED;
        return new Trace(now, outcome, Optional.of("XX"), Optional.of(64500L), true, Optional.empty());
    }

    private static Classification words(String reason) {
        return new Classification("generic-national", 3, reason);
    }

    private static Optional<Sealed> words(Random random) {
        return random.nextBoolean() ? Optional.of(new Sealed("words " + random.nextInt())) : Optional.empty();
    }

    private static Verdict verdict(Random random) {
        return Verdict.values()[random.nextInt(Verdict.values().length)];
    }

    private static TriageRoute route(Random random) {
        return TriageRoute.values()[random.nextInt(TriageRoute.values().length)];
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
