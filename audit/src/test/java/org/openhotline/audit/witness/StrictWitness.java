// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Proofs;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.CosignerKey;
import org.openhotline.audit.note.NoteSignature;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.VerifierKey;

/** A witness as C2SP tlog-witness describes it, without HTTP; and what one may do wrong, when told to. */
final class StrictWitness implements Cosigning {
    static final Instant SIGNS_AT = Instant.parse("2026-11-24T10:15:31Z");

    final CosignerKey key = CosignerKey.generate("watcher.example/w1");
    final List<String> requests = new ArrayList<>();
    Optional<Checkpoint> last = Optional.empty();
    Optional<Answer> instead = Optional.empty();
    boolean isDown;
    String linesBefore = "";
    private final VerifierKey log;

    StrictWitness(VerifierKey log) {
        this.log = log;
    }

    Witness witness(String name) {
        return new Witness(name, URI.create("https://" + name + ".example/w1/"), List.of(key.verifier()));
    }

    @Override
    public synchronized Answer post(URI address, String request) throws IOException {
        requests.add(request);
        if (isDown) {
            throw new IOException("no answer");
        }
        if (!address.getPath().equals("/w1/add-checkpoint")) {
            return new Answer(404, "text/plain", "");
        }
        return instead.orElseGet(() -> answer(request));
    }

    private Answer answer(String request) {
        int split = request.indexOf("\n\n");
        List<String> lines = request.substring(0, split).lines().toList();
        SignedNote note = SignedNote.parse(request.substring(split + 2));
        Checkpoint now = Checkpoint.parse(note.text());
        long old = Long.parseLong(lines.getFirst().replaceFirst("^old ", ""));
        List<Hash> proof = lines.stream().skip(1).map(Hash::ofBase64).toList();
        if (!now.origin().equals(log.name())) {
            return new Answer(404, "text/plain", "");
        }
        if (!note.isSignedBy(log)) {
            return new Answer(403, "text/plain", "");
        }
        if (old > now.size()) {
            return new Answer(400, "text/plain", "");
        }
        long signed = last.map(Checkpoint::size).orElse(0L);
        if (old != signed) {
            return new Answer(409, "text/x.tlog.size", signed + "\n");
        }
        if (!hasOnlyGrown(now, old, proof)) {
            return new Answer(422, "text/plain", "");
        }
        last = Optional.of(now);
        return new Answer(200, "text/plain", linesBefore + line(key.cosign(now, SIGNS_AT)));
    }

    private boolean hasOnlyGrown(Checkpoint now, long old, List<Hash> proof) {
        if (old == 0) {
            return proof.isEmpty();
        }
        Hash root = last.orElseThrow().root();
        return old == now.size()
                ? proof.isEmpty() && root.equals(now.root())
                : Proofs.isPrefix(old, now.size(), proof, root, now.root());
    }

    static String line(NoteSignature signature) {
        String whole = new SignedNote("any\n", List.of(signature)).whole();
        return whole.substring(whole.indexOf("\n\n") + 2);
    }
}
