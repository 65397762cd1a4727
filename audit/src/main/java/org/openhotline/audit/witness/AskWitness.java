// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.note.NoteSignature;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Patience;
import org.openhotline.audit.outside.Reach;

/** The conversation with one witness (C2SP tlog-witness, "add-checkpoint"). For one thread at a time. */
final class AskWitness {
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final Witness witness;
    private final Cosigning cosigning;
    private final Log log;
    private final CosignedCheckpoints kept;
    private final Patience patience;
    private volatile boolean contradicts;

    AskWitness(Witness witness, Cosigning cosigning, Log log, CosignedCheckpoints kept, InstantSource clock) {
        this.witness = witness;
        this.cosigning = cosigning;
        this.log = log;
        this.kept = kept;
        this.patience = new Patience(clock);
    }

    /** The verified cosignatures of {@code head}, new ones or those that are kept; empty while the witness does not sign. */
    List<NoteSignature> ask(Log.Head head) throws IOException {
        Optional<Log.Head> last = kept.lastOf(witness);
        if (last.map(Log.Head::checkpoint).equals(Optional.of(head.checkpoint()))) {
            return ofWitness(last.get().note());
        }
        if (!patience.isOver()) {
            return List.of();
        }
        long signed = last.map(Log.Head::size).orElse(0L);
        try {
            List<NoteSignature> cosignatures = cosign(head, signed);
            kept.keep(witness, head.note().with(cosignatures));
            patience.succeeded();
            contradicts = false;
            return cosignatures;
        } catch (WitnessRefuses e) {
            contradicts = e.contradicts();
            patience.failed(e.why());
        }
        return List.of();
    }

    String name() {
        return witness.name();
    }

    Reach reach() throws IOException {
        Optional<Log.Head> last = kept.lastOf(witness);
        Optional<Mark> mark = last.flatMap(head -> time(head.note()).map(at -> new Mark(head.size(), at)));
        return new Reach(witness.name(), mark, patience.trouble());
    }

    /** Whether the witness says that the log is not what it was. */
    boolean contradicts() {
        return contradicts;
    }

    private List<NoteSignature> cosign(Log.Head head, long signed) throws IOException, WitnessRefuses {
        Cosigning.Answer answer = post(head, signed);
        if (answer.status() == 409) {
            answer = post(head, size(answer));
        }
        return switch (answer.status()) {
            case 200 -> verified(head, answer.body());
            case 403 -> throw WitnessRefuses.because("does not know the key of this log");
            case 404 -> throw WitnessRefuses.because("does not watch this log");
            case 422 ->
                throw WitnessRefuses.contradicting("says that this log has not only grown since it last signed");
            default -> throw WitnessRefuses.because("answers with status " + answer.status());
        };
    }

    private Cosigning.Answer post(Log.Head head, long old) throws IOException, WitnessRefuses {
        if (old > head.size()) {
            throw WitnessRefuses.contradicting(
                    "has signed " + old + " entries, which is more than the " + head.size() + " of this log");
        }
        // Nothing needs to be proven of an empty tree, nor that a tree is itself.
        List<Hash> proof = old == 0 || old == head.size() ? List.of() : log.proveConsistency(old, head);
        StringBuilder request = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> request.append(hash.base64()).append('\n'));
        request.append('\n').append(head.note().whole());
        try {
            return cosigning.post(witness.addCheckpoint(), request.toString());
        } catch (IOException e) {
            throw WitnessRefuses.because("cannot be reached");
        }
    }

    private static long size(Cosigning.Answer conflict) throws WitnessRefuses {
        if (!conflict.type().equals("text/x.tlog.size")
                || !SIZE.matcher(conflict.body()).matches()) {
            throw WitnessRefuses.because("does not say which size it has signed");
        }
        return Long.parseLong(conflict.body().strip());
    }

    /** Nothing is believed but what the witness's keys have signed; other lines may come too and are dropped. */
    private List<NoteSignature> verified(Log.Head head, String lines) throws WitnessRefuses {
        SignedNote answer;
        try {
            answer = SignedNote.parse(head.note().text() + "\n" + lines);
        } catch (IllegalArgumentException e) {
            throw WitnessRefuses.because("answers with something that is no signature");
        }
        List<VerifierKey> signers =
                witness.keys().stream().filter(answer::isSignedBy).toList();
        List<NoteSignature> own = ofWitness(answer);
        boolean allGood = own.size() == signers.size()
                && own.stream()
                        .allMatch(s ->
                                signers.stream().anyMatch(key -> key.timeOf(s).isPresent()));
        if (own.isEmpty() || !allGood) {
            throw WitnessRefuses.because("answers with no good signature of its own");
        }
        return own;
    }

    private List<NoteSignature> ofWitness(SignedNote note) {
        return witness.keys().stream()
                .flatMap(key -> note.signaturesOf(key).stream())
                .toList();
    }

    private Optional<Instant> time(SignedNote note) {
        return witness.keys().stream()
                .flatMap(key -> note.signaturesOf(key).stream().flatMap(s -> key.timeOf(s).stream()))
                .findFirst();
    }
}
