// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.messaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Counts reports per item and acknowledges each with an event of its own. */
@SpringBootApplication
class CountingService {
    record Counted(int reports, List<UUID> submissions) {}

    /** Ids of items that the service cannot digest for now. */
    static final Set<UUID> POISON = ConcurrentHashMap.newKeySet();

    static final List<String> MISSING = new CopyOnWriteArrayList<>();

    public static void main(String... args) {
        Service.run(CountingService.class, "counting", args);
    }

    @Bean
    MongoAggregates<Counted> counts(AggregateStores stores) {
        return stores.of(
                AggregateType.REFERRAL,
                Counted.class,
                (present, event) -> Optional.of(Restoring.opened(present)),
                StateIndex.on("state.reports"));
    }

    @Bean
    Subscriber subscriber(MongoAggregates<Counted> counts) {
        return new Subscriber() {
            @Override
            public Set<Topic> topics() {
                return Set.of(Topic.REPORT_INTAKE);
            }

            @Override
            public void on(Received<? extends Event> received) {
                if (received.event() instanceof ReportedItemEvent event) {
                    if (POISON.contains(event.itemId())) {
                        throw new IllegalArgumentException("cannot digest");
                    }
                    counts.apply(
                            event.itemId(), received, before -> count(event, before.orElse(new Counted(0, List.of()))));
                }
            }

            @Override
            public void missing(String source, long expected, long found) {
                MISSING.add(source);
            }
        };
    }

    private static Decision<Counted> count(ReportedItemEvent event, Counted before) {
        UUID submission = switch (event) {
            case ItemReported e -> e.submissionId();
            case ItemReportedAgain e -> e.submissionId();
            case ItemReportAmended e -> e.submissionId();
        };
        List<UUID> submissions = new java.util.ArrayList<>(before.submissions());
        submissions.add(submission);
        Counted after = new Counted(before.reports() + 1, submissions);
        Event told = after.reports() == 1
                ? new ReferralSent(event.itemId(), event.itemId(), event.at())
                : new ReferralAcknowledged(event.itemId(), event.itemId(), "counter", event.at());
        return Decision.of(after, told);
    }
}
