// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one notice about an item.
 *
 * @param sent when it left
 * @param bounced whether it is certain that it never arrived
 */
public record NoticeFacts(Optional<Instant> sent, boolean bounced) {
    static final NoticeFacts NONE = new NoticeFacts(Optional.empty(), false);

    NoticeFacts sentAt(Instant at) {
        return new NoticeFacts(ItemFacts.earliest(sent, at), bounced);
    }

    NoticeFacts neverArrived() {
        return new NoticeFacts(sent, true);
    }

    /** When it left, if it is not known to have been lost. */
    Optional<Instant> arrived() {
        return bounced ? Optional.empty() : sent;
    }
}
