// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Sealed;

/**
 * What was recorded right before a notice could leave.
 *
 * @param since when it was handed over
 * @param channel name of the channel used
 * @param recipient sealed for {@link Notice#recipientField}
 * @param recipientChanged whether the look-up right before gave somebody else than the assessment had found
 * @param trace the look-up right before
 * @param linkHash fingerprint of the answer link in this very message
 * @param linkUntil until when the link works
 */
public record Sending(
        Instant since,
        String channel,
        Sealed recipient,
        boolean recipientChanged,
        Trace trace,
        String linkHash,
        Instant linkUntil) {}
