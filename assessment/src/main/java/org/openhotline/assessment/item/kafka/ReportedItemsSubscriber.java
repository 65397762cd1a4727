// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.kafka;

import java.util.Set;
import org.openhotline.assessment.item.AmendReport;
import org.openhotline.assessment.item.CountAgain;
import org.openhotline.assessment.item.OpenItem;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.Topic;
import org.springframework.stereotype.Component;

@Component
final class ReportedItemsSubscriber implements Subscriber {
    private final OpenItem opening;
    private final CountAgain counting;
    private final AmendReport amending;

    ReportedItemsSubscriber(OpenItem opening, CountAgain counting, AmendReport amending) {
        this.opening = opening;
        this.counting = counting;
        this.amending = amending;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPORT_INTAKE);
    }

    @Override
    public void on(Received<? extends Event> received) {
        if (received.event() instanceof ReportedItemEvent event) {
            switch (event) {
                case ItemReported reported -> opening.on(received.of(reported));
                case ItemReportedAgain again -> counting.on(received.of(again));
                case ItemReportAmended amended -> amending.on(received.of(amended));
            }
        }
    }
}
