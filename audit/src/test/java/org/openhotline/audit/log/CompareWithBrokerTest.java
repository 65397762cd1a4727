// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.entry.EventFixture.AT;
import static org.openhotline.audit.entry.EventFixture.arrival;
import static org.openhotline.audit.entry.EventFixture.event;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.TestLog.IDENTITY;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.log.CompareWithBroker.Difference;
import org.openhotline.audit.log.CompareWithBroker.Kind;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;

class CompareWithBrokerTest {
    @TempDir
    Path folder;

    private final TestLog.Outside outside = new TestLog.Outside();
    private TestLog log;
    private CompareWithBroker compare;

    @BeforeEach
    void open() throws Exception {
        log = new TestLog(folder, KEY, outside);
        compare = new CompareWithBroker(
                log.entries(), outside, new TellOfTheLog(IDENTITY, outside.states, () -> outside.now, TestLog.PAUSE));
        log.take(event(1, 1), event(1, 2), event(2, 1));
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void what_is_in_the_log_or_waits_or_is_erased_or_is_its_own_news_is_in_order() throws Exception {
        log.take(event(2, 3));
        log.entries().erase(event(1, 2).eventId());
        Arrival news = arrival(
                "audit", IDENTITY.id(), 1, new CheckpointPublished(IDENTITY.id(), IDENTITY.origin(), 3, "x", AT));

        for (Arrival held : List.of(event(1, 1), event(1, 2), event(2, 1), event(2, 3), news)) {
            assertThat(compare.compare(held)).isEmpty();
        }
    }

    @Test
    void an_event_that_the_log_has_lost_is_missing() {
        assertThat(compare.compare(event(7, 4)))
                .contains(new Difference(Kind.MISSING, event(7, 4), OptionalLong.empty()));
        assertThat(told())
                .contains(new AuditGapDetected(IDENTITY.id(), event(7, 4).source(), 4, 0, AT));
    }

    @Test
    void another_event_with_the_same_place_is_doubled() {
        Arrival other = with(event(1, 2), UUID.randomUUID(), event(1, 2).json());
        assertThat(compare.compare(other)).contains(new Difference(Kind.DOUBLED, other, OptionalLong.of(1)));
        assertThat(told()).contains(new AuditGapDetected(IDENTITY.id(), other.source(), 2, 2, AT));
    }

    @Test
    void an_event_with_another_body_is_altered_and_told_once() {
        Arrival altered = with(event(1, 2), event(1, 2).eventId(), "{}");
        assertThat(compare.compare(altered)).contains(new Difference(Kind.ALTERED, altered, OptionalLong.of(1)));
        assertThat(compare.compare(altered)).isPresent();
        assertThat(told()).containsExactly(new AuditGapDetected(IDENTITY.id(), altered.source(), 2, 2, AT));
    }

    private List<AuditGapDetected> told() {
        return outside.states.events().stream()
                .filter(AuditGapDetected.class::isInstance)
                .map(AuditGapDetected.class::cast)
                .toList();
    }

    private static Arrival with(Arrival event, UUID id, String json) {
        return new Arrival(
                id,
                event.type(),
                event.service(),
                event.aggregate(),
                event.aggregateId(),
                event.sequence(),
                event.time(),
                json);
    }
}
