// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

class RestoreReportedItemTest {
    /** Who reads a new name here decides: does an event tell it, or does it come back from a backup only? */
    private static final Set<String> NOT_TOLD = Set.of("spellings");

    private final List<UUID> known = new ArrayList<>();
    private final RestoreReportedItem restoring = new RestoreReportedItem(item -> known.add(item.itemId()));

    @Test
    void an_item_made_again_from_its_events_is_the_same_but_for_how_it_was_spelt() {
        Set<String> lost = new TreeSet<>();
        Set<CoarseStatus> seen = EnumSet.noneOf(CoarseStatus.class);
        for (int seed = 0; seed < 2000; seed++) {
            Life<ReportedItem> life = life(new Random(seed * 0x9E3779B97F4A7C15L));
            known.clear();
            lost.addAll(life.lost(restoring));
            seen.add(life.state().status());
            assertThat(known).containsExactly(life.state().id());
        }
        assertThat(lost).isEqualTo(NOT_TOLD);
        assertThat(seen).isEqualTo(EnumSet.allOf(CoarseStatus.class));
    }

    @Test
    void answers_that_were_told_together_count_as_one() {
        UUID item = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        Life<ReportedItem> life = new Life<ReportedItem>()
                .begins(ReportedItem.take(Optional.empty(), report(item, submission, 0), now))
                .does(i -> ReportedItem.take(Optional.of(i), report(item, submission, 2), now));
        assertThat(life.restored(restoring).amended()).containsEntry(submission.toString(), 1);
    }

    private static Life<ReportedItem> life(Random random) {
        UUID item = id(random);
        Instant start = Instant.parse("2026-03-02T08:00:00Z");
        List<UUID> submissions = new ArrayList<>(List.of(id(random)));
        Life<ReportedItem> life = new Life<ReportedItem>()
                .begins(ReportedItem.take(Optional.empty(), report(item, submissions.getFirst(), 0), start));
        for (int i = 1; i < random.nextInt(20); i++) {
            Instant now = start.plusSeconds(60L * i);
            switch (random.nextInt(4)) {
                case 0 -> {
                    submissions.add(id(random));
                    life.does(known ->
                            ReportedItem.take(Optional.of(known), report(item, submissions.getLast(), 0), now));
                }
                case 1 -> {
                    UUID one = submissions.get(random.nextInt(submissions.size()));
                    int next = life.state().amended().getOrDefault(one.toString(), 0) + 1;
                    life.does(known -> ReportedItem.take(Optional.of(known), report(item, one, next), now));
                }
                default -> {
                    ItemStep step = ItemStep.values()[random.nextInt(ItemStep.values().length)];
                    life.hears(known -> known.orElseThrow().after(Optional.of(step), now));
                }
            }
        }
        return life;
    }

    private static Report report(UUID item, UUID submission, int amendments) {
        return new Report(
                item,
                submission,
                LocatorKind.WEB,
                new Sealed("address"),
                "spelling of " + submission,
                Optional.empty(),
                Optional.empty(),
                Circumstances.PUBLIC,
                amendments);
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
