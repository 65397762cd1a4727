// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.reportintake.contact.SealMessages;
import org.openhotline.reportintake.retention.RetentionRule;

/** What a reporter and the hotline wrote to each other. */
public final class EraseMessages implements RetentionRule {
    private final Correspondences correspondences;
    private final SealMessages seal;
    private final Duration keep;

    /** @param keep how long messages may stay after the last one */
    public EraseMessages(Correspondences correspondences, SealMessages seal, Duration keep) {
        this.correspondences = correspondences;
        this.seal = seal;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public List<UUID> due(Instant cutoff, int limit, Set<UUID> except) {
        return correspondences.lastWrittenBefore(cutoff, limit, except).stream()
                .map(Correspondence::id)
                .toList();
    }

    /** The key first, as with contacts. */
    @Override
    public void erase(UUID submissionId, Instant now) {
        seal.erase(submissionId);
        correspondences.change(submissionId, c -> c.orElseThrow().erased(now));
    }
}
