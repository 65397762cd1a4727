// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.kafka;

import java.io.IOException;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.LogDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The heartbeat of the log: the broker is listened to while this instance may append. */
@Component
final class LogKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

    private final KeepTheLog keep;
    private final MessageListenerContainer events;
    private boolean troubled;

    LogKeeper(KeepTheLog keep, MessageListenerContainer events) {
        this.keep = keep;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${openhotline.audit.beat:1s}")
    void beat() {
        if (mayAppend()) {
            events.start();
        } else {
            events.stop();
        }
    }

    private boolean mayAppend() {
        try {
            boolean may = keep.beat();
            if (troubled) {
                LOG.info("The log grows again");
            }
            troubled = false;
            return may;
        } catch (LogDamaged e) {
            LOG.error("The log is damaged and does not grow until a person has looked: {}", e.what());
        } catch (IOException | RuntimeException e) {
            // Told once: the store may be away for a while, and the next beat tries again.
            if (!troubled) {
                LOG.warn("The log cannot grow at the moment: {}", e.getClass().getSimpleName());
            }
            troubled = true;
        }
        return false;
    }
}
