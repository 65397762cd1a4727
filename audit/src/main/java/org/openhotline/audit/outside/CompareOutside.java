// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;
import java.util.Optional;
import org.openhotline.audit.log.BeforeSigning;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignedNote;

/**
 * Before anything is signed: that the log has grown out of the newest checkpoint outside. Whoever puts back an older copy
 * of everything, or writes a new log under the same name, is found out here and not years later.
 */
public final class CompareOutside implements BeforeSigning {
    private final KeptOutside outside;

    public CompareOutside(KeptOutside outside) {
        this.outside = outside;
    }

    /**
     * Compares.
     *
     * @throws LogDamaged where the log is not the one whose checkpoint lies outside
     * @throws IOException where that cannot be told now; nothing may be signed meanwhile
     */
    @Override
    public void check(Log log) throws IOException {
        Optional<String> kept = outside.newest();
        Optional<Log.Head> head = log.head();
        long size = head.map(Log.Head::size).orElse(0L);
        if (kept.isEmpty()) {
            if (size > 0) {
                throw new NothingOutside();
            }
            return;
        }
        Checkpoint older = read(log, kept.get());
        if (older.size() > size) {
            throw new LogDamaged("a checkpoint of " + older.size() + " entries lies outside, but the log has only "
                    + size + "; a copy from before has been put in its place");
        }
        if (older.size() > 0 && !log.root(older.size(), head.orElseThrow()).equals(older.root())) {
            throw new LogDamaged(
                    "the log is not the one whose checkpoint of " + older.size() + " entries lies outside");
        }
    }

    /** What another key has signed is no excuse: it may be the log that has been replaced, and its key with it. */
    private static Checkpoint read(Log log, String kept) {
        try {
            SignedNote note = SignedNote.parse(kept);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (note.isSignedBy(log.key())
                    && checkpoint.origin().equals(log.key().name())) {
                return checkpoint;
            }
        } catch (IllegalArgumentException e) {
            throw new LogDamaged("what lies outside is not a checkpoint: " + e.getMessage());
        }
        throw new LogDamaged("the checkpoint outside is not signed with the key of this log");
    }
}
