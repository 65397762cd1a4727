// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown;

import java.util.concurrent.atomic.AtomicInteger;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.notice.Delivery;
import org.openhotline.takedown.notice.NoticeChannel;
import org.springframework.core.annotation.Order;

/** A further channel, for one contact: loses the first letter after the hand-over and delivers the next. */
@Order(0)
final class LosingChannel implements NoticeChannel {
    static final String CONTACT = "lost@losing.example";

    private final AtomicInteger deliveries = new AtomicInteger();

    @Override
    public String name() {
        return "losing";
    }

    @Override
    public boolean reaches(String contact) {
        return contact.equals(CONTACT);
    }

    @Override
    public Delivery deliver(Letter letter, Runnable beforeHandOver) {
        beforeHandOver.run();
        return deliveries.incrementAndGet() == 1 ? new Delivery.Lost() : new Delivery.Accepted();
    }

    int deliveries() {
        return deliveries.get();
    }
}
