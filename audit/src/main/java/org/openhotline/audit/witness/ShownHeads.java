// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.util.Optional;
import org.openhotline.audit.log.Log;

/** Which checkpoint is shown to whom. */
public final class ShownHeads {
    private final Log log;
    private final CosignedCheckpoints kept;

    public ShownHeads(Log log, CosignedCheckpoints kept) {
        this.log = log;
        this.kept = kept;
    }

    /** The newest one, with the cosignatures of this very size as soon as they are there. */
    public Optional<Log.Head> newest() throws IOException {
        Optional<Log.Head> head = log.head();
        Optional<Log.Head> cosigned = kept.newest();
        return head.isPresent() && cosigned.map(Log.Head::checkpoint).equals(head.map(Log.Head::checkpoint))
                ? cosigned
                : head;
    }

    /** The newest one that witnesses have signed: while the log grows it is always a little behind. */
    public Optional<Log.Head> witnessed() throws IOException {
        long size = log.head().map(Log.Head::size).orElse(0L);
        return kept.newest().filter(head -> head.size() <= size);
    }

    /** The one to prove entry {@code index} against: one that witnesses have signed, if it covers the entry. */
    public Optional<Log.Head> covering(long index) throws IOException {
        Optional<Log.Head> witnessed = witnessed().filter(head -> index < head.size());
        return witnessed.isPresent() ? witnessed : newest();
    }
}
