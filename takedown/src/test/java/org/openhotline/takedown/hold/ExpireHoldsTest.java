// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.takedown.testing.Examples.LIAISON;
import static org.openhotline.takedown.testing.Examples.confirmed;
import static org.openhotline.takedown.testing.Examples.country;
import static org.openhotline.takedown.testing.Examples.received;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.takedown.removal.HoldReason;
import org.openhotline.takedown.removal.OpenRemoval;
import org.openhotline.takedown.removal.ReleaseReason;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryRemovals;
import org.openhotline.takedown.testing.PlainSealing;
import org.openhotline.takedown.testing.TestClock;

class ExpireHoldsTest {
    private final CountryProfile country = country(PoliceGate.HOLD_THEN_AUTO_RELEASE);
    private final InMemoryRemovals removals = new InMemoryRemovals();
    private final TestClock clock = new TestClock();
    private final ExpireHolds clockwork = new ExpireHolds(removals, UUID::randomUUID, clock);

    @Test
    void each_hold_runs_out_on_its_own_time_and_once() {
        UUID silent = opened();
        UUID extended = opened();
        clock.pass(Duration.ofHours(23));
        new PlaceHold(removals, country, clock)
                .place(extended, Duration.ofHours(48), HoldReason.RUNNING_INVESTIGATION, LIAISON);
        clock.pass(Duration.ofHours(1));

        clockwork.sweep();
        clockwork.sweep();

        assertThat(removals.get(silent).state()).isEqualTo(RemovalState.NOTICE_DECIDED);
        assertThat(removals.get(extended).state()).isEqualTo(RemovalState.ON_HOLD);
        assertThat(removals.events())
                .filteredOn(NoticeDecided.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_hold_released_by_hand_does_not_run_out_again() {
        UUID item = opened();
        new ReleaseHold(removals, UUID::randomUUID, clock).release(item, ReleaseReason.EVIDENCE_SECURED, LIAISON);
        clock.pass(Duration.ofDays(10));

        clockwork.sweep();

        assertThat(removals.events())
                .filteredOn(NoticeDecided.class::isInstance)
                .hasSize(1);
    }

    private UUID opened() {
        UUID item = UUID.randomUUID();
        AssessmentConfirmed event = confirmed(new PlainSealing(), item, true);
        new OpenRemoval(removals, country, UUID::randomUUID, clock).open(event, received(event, item, 1));
        return item;
    }
}
