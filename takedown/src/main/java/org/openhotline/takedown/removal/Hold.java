// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wait that the police desk, or the country's rule, asked for.
 *
 * @param since when it began; the longest hold counts from here, however often it is extended
 * @param until asked for; where silence releases, the notice goes out then
 * @param reason code, see {@link HoldReason}
 * @param by the liaison officer, empty where the country's rule placed it
 * @param silenceReleases whether it ends by itself
 * @param ended how it ended, if it has
 */
public record Hold(
        Instant since,
        Instant until,
        HoldReason reason,
        Optional<String> by,
        boolean silenceReleases,
        Optional<Ended> ended) {

    /** @param by the liaison officer, empty where the time was over */
    public record Ended(Instant at, Optional<ReleaseReason> reason, Optional<String> by) {}

    static Hold byRule(Instant now, Duration holdFor, boolean silenceReleases) {
        return new Hold(
                now, now.plus(holdFor), HoldReason.COUNTRY_RULE, Optional.empty(), silenceReleases, Optional.empty());
    }

    Hold end(Ended how) {
        return new Hold(since, until, reason, by, silenceReleases, Optional.of(how));
    }

    boolean isOver(Instant now) {
        return silenceReleases && !now.isBefore(until);
    }
}
