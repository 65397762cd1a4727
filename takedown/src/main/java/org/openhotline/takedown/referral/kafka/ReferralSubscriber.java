// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.kafka;

import java.util.Set;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.contracts.event.Topic;
import org.openhotline.takedown.referral.ReferToPolice;
import org.springframework.stereotype.Component;

@Component
final class ReferralSubscriber implements Subscriber {
    private final ReferToPolice referring;

    ReferralSubscriber(ReferToPolice referring) {
        this.referring = referring;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TAKEDOWN);
    }

    @Override
    public void on(Received<? extends Event> received) {
        if (received.event() instanceof TakedownOpened opened) {
            opened.referralId().ifPresent(referralId -> referring.refer(opened, referralId, received));
        }
    }
}
