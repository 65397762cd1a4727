// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.spring;

import java.io.IOException;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.LogDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The heartbeat of the log. */
@Component
final class LogKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

    private final KeepTheLog keep;
    private final int batch;
    private boolean troubled;

    LogKeeper(KeepTheLog keep, AuditProperties properties) {
        this.keep = keep;
        this.batch = properties.batch();
    }

    @Scheduled(fixedDelayString = "${openhotline.audit.pause:200ms}")
    void beat() {
        try {
            long appended = batch;
            while (appended >= batch) { // more may wait; a part of a batch rather waits for company
                appended = keep.step();
            }
            if (troubled) {
                LOG.info("The log grows again");
            }
            troubled = false;
        } catch (LogDamaged e) {
            LOG.error("The log is damaged and does not grow until a person has looked: {}", e.what());
        } catch (IOException | RuntimeException e) {
            // Told once: the store may be away for a while, and the next beat tries again.
            if (!troubled) {
                LOG.warn("The log cannot grow at the moment: {}", e.getClass().getSimpleName());
            }
            troubled = true;
        }
    }
}
