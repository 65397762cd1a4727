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
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.tiles.DurableFiles;
import org.openhotline.audit.tiles.EntryBundle;
import org.openhotline.audit.tiles.TilePath;

/**
 * The one writer of a log's folder (it holds a file lock). An append is: entries and tiles on disk, read back, then the
 * checkpoint replaced. After a crash at any point the log is as the last checkpoint says; what lies beyond it is
 * overwritten by the next append. After an exception the writer must be closed and opened again.
 */
public final class LogWriter implements Closeable {
    private final Log log;
    private final SignerKey key;
    private final FileChannel lock;
    private Log.Head head;
    private Frontier frontier;
    private List<byte[]> lastBundle;

    private LogWriter(Log log, SignerKey key, FileChannel lock, Log.Head head) throws IOException {
        this.log = log;
        this.key = key;
        this.lock = lock;
        this.head = head;
        RightEdge edge = new RightEdge(log, head);
        this.frontier = edge.verifiedFrontier();
        this.lastBundle = edge.partialBundle();
    }

    /**
     * Opens the log, or begins it where the folder has none.
     *
     * @throws LogInUse where another process has it open
     * @throws LogDamaged where the right edge of the tree is not what the checkpoint says
     */
    public static LogWriter open(Path folder, SignerKey key) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder.resolve(".lock"));
        try {
            Log log = new Log(folder, key.verifier());
            Log.Head head = log.head().isPresent() ? log.head().get() : begin(folder, log, key);
            return new LogWriter(log, key, lock, head);
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
        if (entries.isEmpty()) {
            return head;
        }
        Frontier grown = frontier.copy();
        entries.forEach(entry -> grown.add(Hashing.leaf(entry)));
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        List<byte[]> bundle = addBundles(first, entries, files);
        files.putAll(grown.changedTiles());
        writeTiles(files);
        head = replaceCheckpoint(log, key, new Checkpoint(key.verifier().name(), grown.size(), grown.root()));
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

    /** The present edge, to grow a tree on it that is not written. */
    Frontier frontier() {
        return frontier.copy();
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

    private static Log.Head begin(Path folder, Log log, SignerKey key) throws IOException {
        // The empty log is signed before its first tile is written, so tiles alone mean that a checkpoint was lost.
        if (Files.exists(folder.resolve("tile"))) {
            throw new LogDamaged("the log has tiles but no checkpoint: " + folder);
        }
        return replaceCheckpoint(log, key, new Checkpoint(key.verifier().name(), 0, Hashing.EMPTY_ROOT));
    }

    private static Log.Head replaceCheckpoint(Log log, SignerKey key, Checkpoint checkpoint) throws IOException {
        SignedNote note = key.sign(checkpoint.text());
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
