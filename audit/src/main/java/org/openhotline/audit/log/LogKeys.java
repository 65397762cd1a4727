// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.openhotline.audit.note.CosignerKey;
import org.openhotline.audit.note.CosignerKeyFile;
import org.openhotline.audit.note.NoteSignature;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.note.TwoKeys;

/**
 * The keys of a log. A key is made only for a log that has not yet signed with one: a log whose key is lost must not go
 * on under another.
 *
 * @param file with the Ed25519 key; the ML-DSA-44 key is in the file beside it whose name ends in {@code .ml-dsa}
 */
public record LogKeys(Path folder, Path file, String origin, InstantSource clock) {

    public SignerKey first() throws IOException {
        return Files.exists(folder.resolve("checkpoint"))
                ? SignerKeyFile.read(file, origin)
                : SignerKeyFile.createIfAbsent(file, origin);
    }

    public TwoKeys both() throws IOException {
        SignerKey first = first();
        Path beside =
                file.resolveSibling(Objects.requireNonNull(file.getFileName(), "a key file has a name") + ".ml-dsa");
        CosignerKey second = hasSecondSignature(first)
                ? CosignerKeyFile.read(beside, origin)
                : CosignerKeyFile.createIfAbsent(beside, origin);
        return new TwoKeys(first, second, clock);
    }

    /** Whether the last checkpoint has a signature in the log's name that is not of the first key. */
    private boolean hasSecondSignature(SignerKey first) throws IOException {
        Optional<Log.Head> head = new Log(folder, first.verifier()).head();
        return head.stream()
                .flatMap(h -> h.note().signatures().stream())
                .filter(s -> s.name().equals(origin))
                .map(NoteSignature::keyId)
                .anyMatch(id -> id != first.verifier().id());
    }
}
