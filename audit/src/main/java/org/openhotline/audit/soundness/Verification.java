// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import java.time.Duration;
import java.time.Instant;

/**
 * One check of the whole log.
 *
 * @param at when it began
 * @param sentence what the verifier said
 */
public record Verification(Instant at, Duration took, Result result, String sentence) {

    public enum Result {
        SOUND,
        BROKEN,
        /** Nothing was found out: the log could not be read to its end, or has not begun. */
        UNFINISHED
    }

    public boolean isBroken() {
        return result == Result.BROKEN;
    }
}
