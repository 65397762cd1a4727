// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text with the signatures under it.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note ends with a newline and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    /**
     * Reads a note; says nothing about its validity.
     *
     * @throws IllegalArgumentException unless in the form of a signed note
     */
    public static SignedNote parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a signed note has a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures =
                note.substring(split + 2).lines().map(NoteSignature::parse).toList();
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /** Whether {@code key} has signed this text and every signature under its name and id is good. */
    public boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> own = signaturesOf(key);
        return !own.isEmpty() && own.stream().allMatch(s -> key.verifies(text, s.bytes()));
    }

    /** The lines that say to be of {@code key}, good or not. */
    public List<NoteSignature> signaturesOf(VerifierKey key) {
        return signatures.stream().filter(key::isOf).toList();
    }

    /** The same note with these lines under it, each in the place of the one that its key may have had. */
    public SignedNote with(List<NoteSignature> lines) {
        Stream<NoteSignature> others = signatures.stream()
                .filter(s -> lines.stream().noneMatch(l -> l.name().equals(s.name()) && l.keyId() == s.keyId()));
        return new SignedNote(text, Stream.concat(others, lines.stream()).toList());
    }

    /** The note as it is stored and sent. */
    public String whole() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(s -> whole.append(s.line()));
        return whole.toString();
    }
}
