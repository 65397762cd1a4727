// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

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
import org.openhotline.contracts.country.CountryProfile.PoliceRules;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.takedown.testing.Examples;
import org.openhotline.takedown.testing.PlainSealing;

class RestoreRemovalTest {
    /** Who reads a new name here decides: does an event tell it, or does it come back from a backup only? */
    private static final Set<String> NOT_TOLD = Set.of("contact.text", "hold.ended.reason");

    private final PlainSealing sealing = new PlainSealing();

    @Test
    void a_removal_made_again_from_its_events_is_the_same_but_for_what_they_never_tell() {
        Set<String> lost = new TreeSet<>();
        Set<RemovalState> seen = EnumSet.noneOf(RemovalState.class);
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            PoliceRules police = Examples.police(any(PoliceGate.values(), random));
            Life<Removal> life = life(police, random);
            lost.addAll(life.lost(new RestoreRemoval(police)));
            seen.add(life.state().state());
        }
        assertThat(lost).isEqualTo(NOT_TOLD);
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(RemovalState.OPENED)));
    }

    @Test
    void an_open_removal_stays_as_it_was_decided_though_the_country_has_changed_its_rule() {
        AssessmentConfirmed confirmed = Examples.confirmed(sealing, id(new Random(1)), true);
        Life<Removal> life = new Life<Removal>()
                .hears(opening(
                        confirmed,
                        UUID.randomUUID(),
                        Examples.police(PoliceGate.HOLD_THEN_AUTO_RELEASE),
                        new Random(1)));
        Removal again = life.restored(new RestoreRemoval(Examples.police(PoliceGate.NOTIFY_PARALLEL)));
        assertThat(again.state()).isEqualTo(RemovalState.ON_HOLD);
        assertThat(again.noticeId()).isEmpty();
    }

    private Life<Removal> life(PoliceRules police, Random random) {
        UUID item = id(random);
        Instant now = Examples.CONFIRMED_AT;
        AssessmentConfirmed confirmed = Examples.confirmed(sealing, item, random.nextBoolean());
        ItemTriaged triaged = new ItemTriaged(
                item, id(random), "analyst-1", TriageRoute.POLICE, LocatorKind.PHONE, new Sealed("address"), now);
        UUID told = id(random);
        Life<Removal> life = new Life<Removal>();
        if (random.nextInt(20) == 0) {
            UUID referral = id(random);
            life.hears(known -> known.map(Decision::of)
                    .orElseGet(() -> Removal.leaveWithPolice(triaged, told, referral, triaged.at())));
        } else {
            life.hears(opening(confirmed, told, police, random));
        }
        for (int i = random.nextInt(25); i > 0; i--) {
            now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(5) == 0 ? 3000 : 60)));
            step(life, police, now, random);
        }
        return life;
    }

    /** New ids are others each time that it is asked, as they are in a rebuild. */
    private static java.util.function.Function<Optional<Removal>, Decision<Removal>> opening(
            AssessmentConfirmed confirmed, UUID told, PoliceRules police, Random random) {
        return known -> known.map(Decision::of)
                .orElseGet(() -> Removal.open(confirmed, told, police, id(random), id(random), confirmed.at()));
    }

    private static void step(Life<Removal> life, PoliceRules police, Instant now, Random random) {
        UUID notice = life.state().noticeId().orElse(id(random));
        UUID item = life.state().itemId();
        UUID next = id(random);
        switch (random.nextInt(12)) {
            case 0 ->
                life.does(r -> r.placeHold(
                        Examples.LIAISON, Duration.ofHours(5), any(HoldReason.values(), random), police, now));
            case 1 -> life.does(r -> r.releaseHold(Examples.LIAISON, any(ReleaseReason.values(), random), next, now));
            case 2 -> life.does(r -> r.expireHold(next, now));
            case 3 -> life.does(r -> r.enterContact(Examples.OFFICER, new Sealed("contact"), next, now));
            case 4 -> life.does(r -> r.confirmRemoved(Examples.OFFICER, now));
            case 5 -> life.does(r -> r.checkHostsWord(Duration.ofMinutes(30), now));
            case 6 -> life.does(r -> r.stillGone(Examples.OFFICER, now));
            case 7 -> life.does(r -> r.onlineAgain(Examples.OFFICER, next, now));
            case 8 -> {
                var again = new ItemReportedAgain(
                        item, id(random), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), now);
                life.hears(r -> r.orElseThrow().reportedAgain(again, now));
            }
            case 9 -> {
                var bounced = new NoticeBounced(notice, List.of(item), "smtp-550", now);
                life.hears(r -> r.orElseThrow().noticeBounced(bounced, now));
            }
            case 10 -> {
                var answered = new NoticeAcknowledged(notice, List.of(item), any(HostAnswer.values(), random), now);
                life.hears(r -> r.orElseThrow().hostAnswered(answered, now));
            }
            default -> {
                var sent = new NoticeSent(notice, List.of(item), now);
                life.hears(r -> r.orElseThrow().noticeSent(sent, now));
            }
        }
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
