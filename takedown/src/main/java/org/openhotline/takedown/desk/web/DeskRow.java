// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.NoticeItem;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.web.Words;

/**
 * One line of the desk.
 *
 * @param mark class of its tag: waiting, active, good, bad
 * @param what what happened, in words
 * @param clock time since the item was confirmed
 */
public record DeskRow(
        UUID itemId, String id, String mark, String tag, String what, String category, String country, String clock) {

    static DeskRow of(Removal removal, String mark, String tag, String what, Instant now) {
        return new DeskRow(
                removal.itemId(),
                Words.shortId(removal.itemId()),
                mark,
                tag,
                what,
                removal.confirmed().classification().category(),
                removal.confirmed().trace().country().orElse("–"),
                Words.since(removal.confirmed().at(), now));
    }

    /** A notice about whose first item something must be done. */
    static DeskRow of(Notice notice, String mark, String tag, String what, Instant now) {
        NoticeItem first = notice.items().getFirst();
        return new DeskRow(
                first.itemId(),
                Words.shortId(first.itemId()),
                mark,
                tag,
                what,
                first.confirmed().classification().category(),
                first.confirmed().trace().country().orElse("–"),
                Words.since(first.confirmed().at(), now));
    }
}
