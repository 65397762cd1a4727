// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that one notice says, before a channel gives it a form.
 *
 * @param number for people, for example {@code N-4KQ7-X2MZ}
 * @param answerLink complete one-time link, a secret
 */
public record Letter(
        UUID noticeId,
        String number,
        String recipient,
        List<LetterItem> items,
        String answerLink,
        Instant answerUntil,
        Instant writtenAt) {
    public Letter {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "Letter[" + number + ", not shown]";
    }
}
