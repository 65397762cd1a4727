// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.letter.Letter;

/** A letter ready to go, with what must be recorded before it does. */
record WrittenNotice(Letter letter, AnswerLink link, Sealed recipient, boolean recipientChanged, Trace trace) {

    Sending sending(String channel, Instant now) {
        return new Sending(now, channel, recipient, recipientChanged, trace, link.hash(), letter.answerUntil());
    }
}
