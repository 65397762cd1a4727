// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to one mail in the mailbox for reports (report-intake). */
public sealed interface MailEvent extends IntakeEvent {

    UUID mailId();

    /**
     * A part that was not text and was thrown away unopened.
     *
     * @param type media type as the mail names it
     * @param size in bytes as it travelled, still encoded
     * @param sha256 of these bytes, in hexadecimal
     */
    record DroppedPart(String type, long size, String sha256) {}

    /** Its text is stored as these submissions. */
    record MailTaken(UUID mailId, List<UUID> submissions, List<DroppedPart> dropped, Instant at) implements MailEvent {
        public MailTaken {
            submissions = List.copyOf(submissions);
            dropped = List.copyOf(dropped);
        }
    }

    /** It stays where it is. @param reason a code such as {@code sender-not-listed} */
    record MailRefused(UUID mailId, String reason, List<DroppedPart> dropped, Instant at) implements MailEvent {
        public MailRefused {
            dropped = List.copyOf(dropped);
        }
    }
}
