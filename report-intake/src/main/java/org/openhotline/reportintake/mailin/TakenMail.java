// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.MailEvent;
import org.openhotline.contracts.event.MailEvent.DroppedPart;
import org.openhotline.contracts.event.MailEvent.MailRefused;
import org.openhotline.contracts.event.MailEvent.MailTaken;
import org.openhotline.reportintake.mailin.MailReading.Reason;

/**
 * One mail that was dealt with; nothing of what it said is kept here.
 *
 * @param refusal a code, where it was not taken
 */
public record TakenMail(UUID id, Optional<String> refusal, List<UUID> submissions, Instant at) {
    public TakenMail {
        submissions = List.copyOf(submissions);
    }

    public boolean isTaken() {
        return refusal.isEmpty();
    }

    /** As it was told. */
    public static Optional<TakenMail> restored(Optional<TakenMail> present, Event event) {
        return Optional.of(
                switch ((MailEvent) event) {
                    case MailTaken e -> new TakenMail(e.mailId(), Optional.empty(), e.submissions(), e.at());
                    case MailRefused e -> new TakenMail(e.mailId(), Optional.of(e.reason()), List.of(), e.at());
                });
    }

    static Decision<TakenMail> taken(UUID id, List<UUID> submissions, List<DroppedPart> dropped, Instant now) {
        return Decision.of(
                new TakenMail(id, Optional.empty(), submissions, now), new MailTaken(id, submissions, dropped, now));
    }

    static Decision<TakenMail> refused(UUID id, Reason reason, List<DroppedPart> dropped, Instant now) {
        return Decision.of(
                new TakenMail(id, Optional.of(reason.code()), List.of(), now),
                new MailRefused(id, reason.code(), dropped, now));
    }
}
