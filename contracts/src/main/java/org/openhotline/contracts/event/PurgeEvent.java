// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** One run of one retention rule (report-intake). */
public sealed interface PurgeEvent extends ReporterCareEvent {

    UUID purgeId();

    /**
     * The certificate: all that was due is erased, but what is under legal hold.
     *
     * @param rule {@code contacts}, {@code messages} or {@code notes}
     * @param cutoff everything from before that was due
     * @param erased how many submissions it was erased from
     * @param held how many due submissions were spared by a legal hold
     */
    record PurgeCompleted(UUID purgeId, String rule, Instant cutoff, long erased, long held, Instant at)
            implements PurgeEvent {}
}
