// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.note.SignerKey;

/**
 * Lets the log grow, a step at a time, while this instance has the appender's lease. After trouble everything is closed
 * and the next step begins anew from disk. A damaged log stays closed: it is for a person to look at, and what comes
 * meanwhile waits in the store.
 */
public final class KeepTheLog implements AutoCloseable {
    private final Path folder;
    private final SignerKey key;
    private final Entries entries;
    private final AppenderLease lease;
    private final TellOfTheLog tell;
    private final int batch;
    private Optional<AppendEntries> open = Optional.empty();
    private volatile Optional<LogDamaged> damage = Optional.empty();

    /** @param batch how many entries at most between two checkpoints */
    public KeepTheLog(Path folder, SignerKey key, Entries entries, AppenderLease lease, TellOfTheLog tell, int batch) {
        this.folder = folder;
        this.key = key;
        this.entries = entries;
        this.lease = lease;
        this.tell = tell;
        this.batch = batch;
    }

    /** Appends what waits, one batch. @return how many entries were appended */
    public synchronized long step() throws IOException {
        if (damage.isPresent()) {
            return 0;
        }
        try {
            if (!lease.hold()) {
                close();
                return 0;
            }
            AppendEntries appender = appender();
            long appended = appender.drain();
            tell.publish(appender.head());
            return appended;
        } catch (LogDamaged e) {
            close();
            damage = Optional.of(e);
            throw e;
        } catch (LogInUse | Entries.IndexTaken e) {
            // Another instance appends: the lease will say so too, later.
            close();
            return 0;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Why nothing is appended any more. */
    public Optional<LogDamaged> damage() {
        return damage;
    }

    @Override
    public synchronized void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }

    private AppendEntries appender() throws IOException {
        if (open.isEmpty()) {
            LogWriter writer = LogWriter.open(folder, key);
            try {
                open = Optional.of(new AppendEntries(entries, writer, batch, tell.toldSoFar()));
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        }
        return open.get();
    }
}
