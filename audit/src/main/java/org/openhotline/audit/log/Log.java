// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.MerkleTree;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.proof.TlogProof;
import org.openhotline.audit.tiles.EntryBundle;
import org.openhotline.audit.tiles.TileFolder;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.tiles.TiledSubtrees;

/** A log as its folder shows it: everything up to the last signed checkpoint. Any number may read while one appends. */
public final class Log {
    private final TileFolder folder;
    private final VerifierKey key;

    public Log(Path folder, VerifierKey key) {
        this.folder = new TileFolder(folder);
        this.key = key;
    }

    /** A signed checkpoint and what it says. */
    public record Head(Checkpoint checkpoint, SignedNote note) {
        public long size() {
            return checkpoint.size();
        }
    }

    public VerifierKey key() {
        return key;
    }

    /**
     * The last signed checkpoint; empty where nothing was ever signed.
     *
     * @throws LogDamaged where it is not signed by the log's key for the log's name
     */
    public Optional<Head> head() throws IOException {
        try {
            SignedNote note = SignedNote.parse(Files.readString(folder.checkpoint(), StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!note.isSignedBy(key) || !checkpoint.origin().equals(key.name())) {
                throw new LogDamaged("the checkpoint is not signed with the key " + key.text());
            }
            return Optional.of(new Head(checkpoint, note));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new LogDamaged("the checkpoint is malformed: " + e.getMessage());
        }
    }

    /** When the last checkpoint was signed, by the clock of the file system. */
    public Instant signedAt() throws IOException {
        return Files.getLastModifiedTime(folder.checkpoint()).toInstant();
    }

    /** That entry {@code index} is in the log, against {@code head}. */
    public TlogProof prove(long index, Head head) {
        return new TlogProof(index, tree(head.size(), head).inclusionProof(index), head.note());
    }

    /** That entry {@code index} is among the first {@code size} entries, which must be under {@code head}. */
    public List<Hash> proveInclusion(long index, long size, Head head) {
        return tree(size, head).inclusionProof(index);
    }

    /** That the first {@code older} entries under {@code head} are the whole log as it was then. */
    public List<Hash> proveConsistency(long older, Head head) {
        return proveConsistency(older, head.size(), head);
    }

    /** That the log of {@code newer} entries, which must be under {@code head}, has grown out of that of {@code older}. */
    public List<Hash> proveConsistency(long older, long newer, Head head) {
        return tree(newer, head).consistencyProof(older);
    }

    /** The root over the first {@code older} entries, which must be under {@code head}. */
    public Hash root(long older, Head head) {
        return tree(older, head).root();
    }

    /** The entries {@code [from, to)}, which must be in the log, as they were hashed. */
    public List<byte[]> entries(long from, long to, Head head) throws IOException {
        if (from < 0 || to < from || to > head.size()) {
            throw new IllegalArgumentException("the log has " + head.size() + " entries");
        }
        List<byte[]> entries = new ArrayList<>();
        for (long bundle = from / TilePath.FULL; bundle * TilePath.FULL < to; bundle++) {
            List<byte[]> all = bundle(bundle, head.size());
            long start = bundle * TilePath.FULL;
            entries.addAll(all.subList((int) Math.max(0, from - start), (int) Math.min(all.size(), to - start)));
        }
        return entries;
    }

    /** A tile or bundle as it is served; only what the present checkpoint covers. */
    public Optional<byte[]> tile(TilePath path) throws IOException {
        long size = head().map(Head::size).orElse(0L);
        int level = path.holdsEntries() ? 0 : Integer.parseInt(path.kind());
        return path.width() <= TiledSubtrees.width(size, level, path.index()) ? folder.read(path) : Optional.empty();
    }

    TileFolder folder() {
        return folder;
    }

    List<byte[]> bundle(long index, long size) throws IOException {
        TilePath path = TilePath.entries(index, TiledSubtrees.width(size, 0, index));
        byte[] bundle = folder.read(path).orElseThrow(() -> new LogDamaged(path.text() + " is missing from the log"));
        try {
            List<byte[]> entries = EntryBundle.decode(bundle);
            if (entries.size() == path.width()) {
                return entries;
            }
        } catch (IllegalArgumentException e) {
            throw new LogDamaged(path.text() + ": " + e.getMessage());
        }
        throw new LogDamaged(path.text() + " does not hold " + path.width() + " entries");
    }

    private MerkleTree tree(long size, Head head) {
        if (size > head.size()) {
            throw new IllegalArgumentException("the log has " + head.size() + " entries");
        }
        return new MerkleTree(size, new TiledSubtrees(folder, head.size()));
    }
}
