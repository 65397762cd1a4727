// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import java.util.List;
import org.openhotline.contracts.event.MailEvent.DroppedPart;

/** What was found in the mailbox. */
public sealed interface MailReading {

    record Mail(IncomingMail mail) implements MailReading {}

    /**
     * Nothing that can be taken.
     *
     * @param key that tells it from other mails: a digest of its header
     */
    record Unreadable(String key, Reason reason, List<DroppedPart> dropped) implements MailReading {}

    /** Why a mail is refused; its code in the event is {@link #code}. */
    enum Reason {
        MALFORMED,
        TOO_LARGE,
        SENDER_NOT_LISTED,
        SENDER_NOT_PROVEN,
        NO_TEXT,
        TEXT_TOO_LONG,
        NO_ADDRESS,
        NOT_STORED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
