// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.proof;

import java.util.ArrayList;
import java.util.List;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Proofs;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.VerifierKey;

/**
 * That the entry at {@code index} is under the root of {@code checkpoint}. Written without the optional extra line;
 * one that is read is ignored, since nothing authenticates it.
 */
public record TlogProof(long index, List<Hash> hashes, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    public TlogProof {
        hashes = List.copyOf(hashes);
        if (index < 0) {
            throw new IllegalArgumentException("an index is not negative");
        }
    }

    /**
     * Reads a proof; says nothing about its validity.
     *
     * @throws IllegalArgumentException unless in the form of one
     */
    public static TlogProof parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new IllegalArgumentException("a proof has an empty line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(text.substring(0, split).lines().toList());
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("a proof begins with " + FIRST_LINE);
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            lines.removeFirst();
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a proof has an index");
        }
        long index = index(lines.removeFirst());
        List<Hash> hashes = lines.stream().map(Hash::ofBase64).toList();
        return new TlogProof(index, hashes, SignedNote.parse(text.substring(split + 2)));
    }

    /** The content of a {@code .tlog-proof} file. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE + "\nindex " + index + "\n");
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.whole()).toString();
    }

    /** Whether this proves that the log whose key is {@code key} holds {@code leaf}. */
    public boolean proves(Hash leaf, VerifierKey key) {
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        return checkpoint.isSignedBy(key)
                && head.origin().equals(key.name())
                && Proofs.includes(index, head.size(), leaf, hashes, head.root());
    }

    private static long index(String line) {
        String prefix = "index ";
        long index = line.startsWith(prefix) ? Long.parseLong(line.substring(prefix.length())) : -1;
        if (!line.equals(prefix + index)) {
            throw new IllegalArgumentException("the index line is malformed");
        }
        return index;
    }
}
