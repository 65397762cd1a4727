// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.util.UUID;
import org.openhotline.takedown.removal.Confirmed;
import org.openhotline.takedown.removal.Removal;

/**
 * One item that a notice is about.
 *
 * @param reportId id of the machine-readable report, a random UUID (version 4, as XARF asks); the same in every attempt
 * @param policeInformed whether the item was referred to the police desk
 */
public record NoticeItem(UUID itemId, UUID reportId, Confirmed confirmed, boolean policeInformed) {

    static NoticeItem of(Removal removal) {
        return new NoticeItem(
                removal.itemId(),
                UUID.randomUUID(),
                removal.confirmed(),
                removal.referralId().isPresent());
    }
}
