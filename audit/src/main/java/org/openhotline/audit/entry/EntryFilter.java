// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries somebody looks for.
 *
 * @param subject an item, submission, notice, referral or other aggregate
 * @param type wire name of an event
 * @param from earliest time of the event
 * @param until before this time
 */
public record EntryFilter(
        Optional<UUID> subject, Optional<String> type, Optional<Instant> from, Optional<Instant> until) {
    public static final EntryFilter ALL =
            new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
