// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.CheckpointSigner;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.tiles.DurableFiles;
import org.openhotline.audit.tiles.EntryBundle;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.tiles.TiledSubtrees;

/**
 * The one writer of a log's folder (it holds a file lock). An append is: entries and tiles on disk, read back, then the
 * checkpoint replaced. After a crash at any point the log is as the last checkpoint says; what lies beyond it is
 * signed at the next start, where the fence knows of it, or deleted. After an exception the writer must be closed and opened again.
 */
public final class LogWriter implements Closeable {
    /** How many entries one append may hold, so that what a crash leaves behind is found by its name. */
    static final int MOST = 1 << 17;

    private final Log log;
    private final CheckpointSigner key;
    private final Fence fence;
    private final FileChannel lock;
    private Log.Head head;
    private Frontier frontier;
    private List<byte[]> lastBundle;

    private LogWriter(Log log, CheckpointSigner key, Fence fence, FileChannel lock, Log.Head head) throws IOException {
        this.log = log;
        this.key = key;
        this.fence = fence;
        this.lock = lock;
        this.head = head;
        RightEdge edge = new RightEdge(log, head);
        this.frontier = edge.verifiedFrontier();
        this.lastBundle = edge.partialBundle();
    }

    /** As {@link #open(Path, CheckpointSigner, Fence)} where nobody else can have signed anything. */
    public static LogWriter open(Path folder, CheckpointSigner key) throws IOException {
        return open(folder, key, Fence.NONE);
    }

    /**
     * Opens the log, or begins it where the folder has none. What was about to be signed when the last writer stopped is
     * signed now.
     *
     * @throws LogInUse where another process has it open
     * @throws LogDamaged where the right edge of the tree is not what the checkpoint says, or the folder does not lead
     *     to what has been signed
     */
    public static LogWriter open(Path folder, CheckpointSigner key, Fence fence) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder.resolve(".lock"));
        try {
            Log log = new Log(folder, key.verifier());
            Log.Head head = log.head().isPresent() ? log.head().get() : begin(folder, log, key);
            LogWriter writer = new LogWriter(log, key, fence, lock, head);
            writer.catchUp();
            writer.deleteUnsigned();
            return writer;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Log log() {
        return log;
    }

    public Log.Head head() {
        return head;
    }

    /**
     * Appends {@code entries} and signs the new size. Where it returns, they are in the log for ever.
     *
     * @param first the index that the first of them gets: the present size
     */
    public Log.Head append(long first, List<byte[]> entries) throws IOException {
        if (first != head.size()) {
            throw new IllegalArgumentException("the next entry is " + head.size() + ", not " + first);
        }
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " entries at once");
        }
        if (entries.isEmpty()) {
            return head;
        }
        Frontier grown = frontier.copy();
        entries.forEach(entry -> grown.add(Hashing.leaf(entry)));
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        List<byte[]> bundle = addBundles(first, entries, files);
        files.putAll(grown.changedTiles());
        writeTiles(files);
        Checkpoint next = new Checkpoint(key.verifier().name(), grown.size(), grown.root());
        fence.aboutToSign(next);
        head = replaceCheckpoint(log, key, next);
        frontier = grown.copy();
        lastBundle = bundle;
        for (TilePath path : files.keySet()) {
            if (path.isFull()) {
                log.folder().deletePartialsOf(path);
            }
        }
        return head;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Nothing may be signed that contradicts what has been signed before, also where the folder is an older copy. */
    private void catchUp() throws IOException {
        Optional<Checkpoint> signed = fence.lastSigned();
        if (signed.isEmpty()) {
            return;
        }
        long size = signed.get().size();
        if (size <= head.size()) {
            require(log.root(size, head).equals(signed.get().root()), size);
            return;
        }
        // The files of an append are on disk before the fence is told of it.
        List<byte[]> unsigned = log.entries(head.size(), size, new Log.Head(signed.get(), head.note()));
        Frontier grown = frontier.copy();
        unsigned.forEach(entry -> grown.add(Hashing.leaf(entry)));
        require(grown.root().equals(signed.get().root()), size);
        append(head.size(), unsigned);
    }

    /** What an append that was not signed has left behind: another one may put other entries there. */
    private void deleteUnsigned() throws IOException {
        DurableFiles files = new DurableFiles();
        for (int level = 0; level <= Frontier.level(head.size() + MOST); level++) {
            long last = (head.size() + MOST) >>> (Frontier.TILE_HEIGHT * (level + 1));
            for (long tile = head.size() >>> (Frontier.TILE_HEIGHT * (level + 1)); tile <= last; tile++) {
                int width = Math.max(0, TiledSubtrees.width(head.size(), level, tile));
                log.folder().deleteBeyond(TilePath.hashes(level, tile, TilePath.FULL), width, files);
                if (level == 0) {
                    log.folder().deleteBeyond(TilePath.entries(tile, TilePath.FULL), width, files);
                }
            }
        }
        files.sync();
    }

    private static void require(boolean holds, long size) {
        if (!holds) {
            throw new LogDamaged("the log is not the one whose checkpoint of size " + size
                    + " was signed; another copy has been put in its place");
        }
    }

    /** Returns the bundle that is not full yet. */
    private List<byte[]> addBundles(long first, List<byte[]> entries, Map<TilePath, byte[]> files) {
        long index = first / TilePath.FULL;
        List<byte[]> bundle = new ArrayList<>(lastBundle);
        for (byte[] entry : entries) {
            bundle.add(entry);
            if (bundle.size() == TilePath.FULL) {
                files.put(TilePath.entries(index, TilePath.FULL), EntryBundle.encode(bundle));
                bundle.clear();
                index++;
            }
        }
        if (!bundle.isEmpty()) {
            files.put(TilePath.entries(index, bundle.size()), EntryBundle.encode(bundle));
        }
        return bundle;
    }

    private void writeTiles(Map<TilePath, byte[]> files) throws IOException {
        DurableFiles durable = new DurableFiles();
        for (Map.Entry<TilePath, byte[]> file : files.entrySet()) {
            log.folder().write(file.getKey(), file.getValue(), durable);
        }
        durable.sync();
        for (Map.Entry<TilePath, byte[]> file : files.entrySet()) {
            byte[] onDisk = log.folder().read(file.getKey()).orElse(new byte[0]);
            if (!Arrays.equals(onDisk, file.getValue())) {
                throw new LogDamaged(file.getKey().text() + " does not read back as it was written");
            }
        }
    }

    private static Log.Head begin(Path folder, Log log, CheckpointSigner key) throws IOException {
        // The empty log is signed before its first tile is written, so tiles alone mean that a checkpoint was lost.
        if (Files.exists(folder.resolve("tile"))) {
            throw new LogDamaged("the log has tiles but no checkpoint: " + folder);
        }
        return replaceCheckpoint(log, key, new Checkpoint(key.verifier().name(), 0, Hashing.EMPTY_ROOT));
    }

    private static Log.Head replaceCheckpoint(Log log, CheckpointSigner key, Checkpoint checkpoint) throws IOException {
        SignedNote note = key.sign(checkpoint);
        DurableFiles durable = new DurableFiles();
        durable.replace(log.folder().checkpoint(), note.whole().getBytes(StandardCharsets.UTF_8));
        durable.sync();
        return new Log.Head(checkpoint, note);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new LogInUse(file);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new LogInUse(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
