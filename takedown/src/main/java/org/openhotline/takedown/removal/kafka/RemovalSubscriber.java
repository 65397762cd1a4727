// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal.kafka;

import java.util.Set;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.Topic;
import org.openhotline.takedown.removal.CheckRemoved;
import org.openhotline.takedown.removal.FollowNotice;
import org.openhotline.takedown.removal.OpenRemoval;
import org.springframework.stereotype.Component;

@Component
final class RemovalSubscriber implements Subscriber {
    private final OpenRemoval opening;
    private final FollowNotice following;
    private final CheckRemoved checking;

    RemovalSubscriber(OpenRemoval opening, FollowNotice following, CheckRemoved checking) {
        this.opening = opening;
        this.following = following;
        this.checking = checking;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPORT_INTAKE, Topic.ASSESSMENT, Topic.TAKEDOWN);
    }

    @Override
    public void on(Received<? extends Event> received) {
        if (received.event() instanceof AssessmentConfirmed confirmed) {
            opening.open(confirmed, received);
        } else if (received.event() instanceof ItemTriaged triaged) {
            opening.refer(triaged, received);
        } else if (received.event() instanceof ItemReportedAgain again) {
            checking.reportedAgain(again, received);
        } else if (received.event() instanceof NoticeEvent notice) {
            following.follow(notice, received);
        }
    }
}
