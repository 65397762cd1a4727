// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.country.CountryProfile.NoticeRules;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.removal.AddressTold;

/**
 * Sends one planned notice, once. The order is what keeps it to once: take the right to send; look the host up and
 * write the letter; record the hand-over, and that the host is told the addresses, as the last thing before the letter may
 * leave; record the outcome. Dying before the hand-over means that another worker tries again, dying after it means
 * that nobody does.
 */
public final class SendNotice {
    private static final Logger LOG = System.getLogger(SendNotice.class.getName());
    /** Longer than the slowest look-up and connection together; a worker that is slower finds that it may not send. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String PURPOSE = "notice";

    private final Notices notices;
    private final WriteNotice writing;
    private final AddressTold told;
    private final List<NoticeChannel> channels;
    private final NoticeRules rules;
    private final Ids ids;
    private final InstantSource clock;

    public SendNotice(
            Notices notices,
            WriteNotice writing,
            AddressTold told,
            List<NoticeChannel> channels,
            NoticeRules rules,
            Ids ids,
            InstantSource clock) {
        this.notices = notices;
        this.writing = writing;
        this.told = told;
        this.channels = List.copyOf(channels);
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does nothing where the notice is not due or another worker has it. */
    public void send(UUID noticeId) {
        UUID attemptId = ids.next();
        Notice claimed = notices.change(
                noticeId, present -> present.orElseThrow(Notices::none).claim(attemptId, LEASE, clock.instant()));
        if (claimed.isClaimedBy(attemptId)) {
            Delivery outcome = attempt(claimed, attemptId);
            notices.change(
                    noticeId,
                    present -> present.orElseThrow(Notices::none)
                            .finish(attemptId, outcome, rules.retryAfter(), clock.instant()));
        }
    }

    private Delivery attempt(Notice notice, UUID attemptId) {
        try {
            Optional<WrittenNotice> written = writing.write(notice);
            return written.isEmpty() ? new Delivery.Refused("no-contact") : deliver(notice, attemptId, written.get());
        } catch (RuntimeException e) {
            // Nothing has left: a channel throws only until the hand-over is recorded. The exception's words may hold
            // what must not be in a log.
            LOG.log(
                    Level.WARNING,
                    "Notice {0} could not be sent: {1}",
                    notice.noticeId(),
                    e.getClass().getName());
            return new Delivery.Postponed("internal");
        }
    }

    private Delivery deliver(Notice notice, UUID attemptId, WrittenNotice written) {
        Optional<NoticeChannel> channel = channels.stream()
                .filter(c -> c.reaches(written.letter().recipient()))
                .findFirst();
        if (channel.isEmpty()) {
            return new Delivery.Refused("no-channel");
        }
        return channel.get().deliver(written.letter(), () -> {
            Sending sending = written.sending(channel.get().name(), clock.instant());
            notices.change(
                    notice.noticeId(),
                    present -> present.orElseThrow(Notices::none).startSending(attemptId, sending));
            notice.items().forEach(item -> told.record(item.itemId(), Actor.HOST, PURPOSE));
        });
    }
}
