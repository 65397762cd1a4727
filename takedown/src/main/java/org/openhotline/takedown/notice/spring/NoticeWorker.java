// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.spring;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.notice.SendNotice;
import org.openhotline.takedown.notice.WatchSendings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends what is due, a few notices at a time so that one slow host does not hold up the rest, and watches over what is
 * on its way. Several instances may run: a notice is claimed before it is worked on.
 */
final class NoticeWorker implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final int AT_A_TIME = 8;
    private static final int AT_A_LOOK = 64;
    private static final int SECONDS_TO_END = 10;

    private final Notices notices;
    private final SendNotice sending;
    private final WatchSendings watching;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    NoticeWorker(Notices notices, SendNotice sending, WatchSendings watching, InstantSource clock) {
        this.notices = notices;
        this.sending = sending;
        this.watching = watching;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void lookForWork() {
        try {
            for (UUID noticeId : notices.due(clock.instant(), AT_A_LOOK)) {
                if (inHand.add(noticeId)) {
                    workers.execute(() -> work(noticeId));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot look for notices to send: {}", e.getClass().getName());
        }
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void watch() {
        try {
            watching.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Cannot watch over notices on their way: {}", e.getClass().getName());
        }
    }

    private void work(UUID noticeId) {
        try {
            free.acquire();
            try {
                sending.send(noticeId);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Notice {} stopped for now: {}", noticeId, e.getClass().getName());
        } finally {
            inHand.remove(noticeId);
        }
    }

    /** What is on its way may end; a new hand-over after that would only make an unknown delivery. */
    @Override
    public void destroy() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }
}
