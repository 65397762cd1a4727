// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import java.util.List;
import org.openhotline.contracts.event.MailEvent.DroppedPart;

/**
 * What was read of one mail. Not for storing: the texts are clear.
 *
 * @param messageId of its sender's choice
 * @param from the one address in its From line, in small letters
 * @param text of its plain text parts, one after the other
 * @param dropped all other parts, unopened
 */
public record IncomingMail(String messageId, String from, Proof proof, String text, List<DroppedPart> dropped) {
    public IncomingMail {
        dropped = List.copyOf(dropped);
    }

    /** Whether the domain of the sender stands behind this very mail (DKIM, RFC 6376). */
    public enum Proof {
        /** A valid signature of the sender's own domain over the whole body and over what stands in the header. */
        PROVEN,
        NOT_PROVEN
    }

    /** Never the mail, so that no log line can hold it. */
    @Override
    public String toString() {
        return "IncomingMail[" + dropped.size() + " parts dropped]";
    }
}
