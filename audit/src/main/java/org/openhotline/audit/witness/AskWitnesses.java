// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.note.NoteSignature;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.outside.Reach;

/**
 * Asks all witnesses, at the same time and for the same checkpoint, so that their signatures come together under one
 * note. The log does not wait for it: while they are asked it grows, and the next round is for what it is by then.
 */
public final class AskWitnesses {
    private final Log log;
    private final CosignedCheckpoints kept;
    private final List<AskWitness> witnesses;

    public AskWitnesses(
            List<Witness> witnesses, Cosigning cosigning, Log log, CosignedCheckpoints kept, InstantSource clock) {
        this.log = log;
        this.kept = kept;
        this.witnesses = witnesses.stream()
                .map(witness -> new AskWitness(witness, cosigning, log, kept, clock))
                .toList();
    }

    /** One round for the newest checkpoint. */
    public void round() throws IOException, InterruptedException {
        Optional<Log.Head> head = log.head().filter(newest -> newest.size() > 0);
        if (head.isPresent()) {
            List<NoteSignature> cosignatures = askAll(head.get());
            SignedNote note = head.get().note().with(cosignatures);
            if (!cosignatures.isEmpty() && !kept.newest().map(Log.Head::note).equals(Optional.of(note))) {
                kept.keepNewest(note);
            }
        }
    }

    public List<Reach> reach() throws IOException {
        List<Reach> reach = new ArrayList<>();
        for (AskWitness witness : witnesses) {
            reach.add(witness.reach());
        }
        return reach;
    }

    /** The witnesses that say that the log is not what it was. Somebody has to look at once. */
    public List<String> contradicting() {
        return witnesses.stream()
                .filter(AskWitness::contradicts)
                .map(AskWitness::name)
                .toList();
    }

    private List<NoteSignature> askAll(Log.Head head) throws IOException, InterruptedException {
        List<Callable<List<NoteSignature>>> questions = new ArrayList<>();
        witnesses.forEach(witness -> questions.add(() -> witness.ask(head)));
        List<NoteSignature> cosignatures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<NoteSignature>> answer : threads.invokeAll(questions)) {
                cosignatures.addAll(answer.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("could not keep what a witness has signed", e);
        }
        return cosignatures;
    }
}
