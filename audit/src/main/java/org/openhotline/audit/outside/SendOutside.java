// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.openhotline.audit.log.Log;

/** Sends the newest checkpoint to one place: at most once in a period, also over restarts, and not what is there. */
public final class SendOutside {
    private final OutsidePlace place;
    private final Sendings sendings;
    private final InstantSource clock;
    private final Duration period;
    private final Patience patience;
    private volatile Optional<Mark> last = Optional.empty();

    public SendOutside(OutsidePlace place, Sendings sendings, InstantSource clock, Duration period) {
        this.place = place;
        this.sendings = sendings;
        this.clock = clock;
        this.period = period;
        this.patience = new Patience(clock);
    }

    public void sendIfDue(Log.Head newest) throws IOException {
        if (!patience.isOver() || !isDue(newest)) {
            return;
        }
        // Another instance may have sent it meanwhile.
        last = sendings.lastSent();
        if (!isDue(newest)) {
            return;
        }
        Sendings.Sending sending = new Sendings.Sending(clock.instant(), newest.size(), isTaken(newest));
        sendings.add(sending);
        if (sending.sent()) {
            last = Optional.of(new Mark(sending.size(), sending.at()));
        }
    }

    private boolean isTaken(Log.Head newest) {
        try {
            place.keep(newest);
            patience.succeeded();
            return true;
        } catch (IOException e) {
            patience.failed("could not be sent to");
            return false;
        }
    }

    private boolean isDue(Log.Head newest) {
        boolean isNews = newest.size() > last.map(Mark::size).orElse(0L);
        return isNews
                && last.filter(mark -> clock.instant().isBefore(mark.at().plus(period)))
                        .isEmpty();
    }

    public Reach reach() throws IOException {
        return new Reach(place.name(), sendings.lastSent(), patience.trouble());
    }
}
