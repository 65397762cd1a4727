// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.util.ArrayList;
import java.util.List;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.notice.Delivery;
import org.openhotline.takedown.notice.NoticeChannel;

/** Reports the outcome that the test says, and keeps what was handed over. */
public final class FakeChannel implements NoticeChannel {
    private final List<Letter> handedOver = new ArrayList<>();
    private Delivery next = new Delivery.Accepted();
    private boolean beforeHandOver;
    private Runnable meanwhile = () -> {};

    public void willEnd(Delivery outcome) {
        next = outcome;
        beforeHandOver = false;
    }

    /** The failure comes while the letter has certainly not left. */
    public void willEndBeforeHandOver(Delivery outcome) {
        next = outcome;
        beforeHandOver = true;
    }

    /** Something happens between hand-over and outcome. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    public List<Letter> handedOver() {
        return List.copyOf(handedOver);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean reaches(String contact) {
        return contact.contains("@");
    }

    @Override
    public Delivery deliver(Letter letter, Runnable beforeHandOver) {
        if (!this.beforeHandOver) {
            beforeHandOver.run();
            handedOver.add(letter);
            meanwhile.run();
        }
        return next;
    }
}
