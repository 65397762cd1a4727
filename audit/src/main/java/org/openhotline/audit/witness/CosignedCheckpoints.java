// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.tiles.DurableFiles;

/**
 * What witnesses have signed, beside the log's {@code checkpoint}, which its writer alone touches: {@code witnessed} is
 * the newest checkpoint with all cosignatures of it, {@code witnesses/<name>} the last that one of them has signed.
 */
public final class CosignedCheckpoints {
    private final Path folder;
    private final VerifierKey log;

    /** @param folder of the log */
    public CosignedCheckpoints(Path folder, VerifierKey log) {
        this.folder = folder;
        this.log = log;
    }

    public Optional<Log.Head> newest() throws IOException {
        return read(folder.resolve("witnessed"));
    }

    Optional<Log.Head> lastOf(Witness witness) throws IOException {
        return read(file(witness));
    }

    void keepNewest(SignedNote note) throws IOException {
        replace(folder.resolve("witnessed"), note);
    }

    void keep(Witness witness, SignedNote note) throws IOException {
        replace(file(witness), note);
    }

    private Path file(Witness witness) {
        return folder.resolve("witnesses").resolve(witness.name());
    }

    private static void replace(Path file, SignedNote note) throws IOException {
        DurableFiles durable = new DurableFiles();
        durable.replace(file, note.whole().getBytes(StandardCharsets.UTF_8));
        durable.sync();
    }

    /** What is not signed by the log is as good as nothing: the witness will tell what it has signed. */
    private Optional<Log.Head> read(Path file) throws IOException {
        try {
            SignedNote note = SignedNote.parse(Files.readString(file));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return note.isSignedBy(log) && checkpoint.origin().equals(log.name())
                    ? Optional.of(new Log.Head(checkpoint, note))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
