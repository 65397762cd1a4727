// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Puts files in place so that a reader sees the old file or the new one, never a part, and a power cut after
 * {@link #sync} loses nothing: write beside, fsync, rename, fsync the folders.
 */
public final class DurableFiles {
    private final Set<Path> touched = new LinkedHashSet<>();

    public void replace(Path file, byte[] content) throws IOException {
        Path folder = parent(file);
        createFolders(folder);
        Path beside = folder.resolve(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        touched.add(folder);
    }

    /** Does nothing where there is no such file. */
    public void deleteIfExists(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            touched.add(parent(file));
        }
    }

    /** From here on, everything replaced or deleted before survives a power cut. */
    public void sync() throws IOException {
        for (Path folder : touched) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        touched.clear();
    }

    /** Makes a folder and those above it where they are missing. Others may be making the same ones. */
    public void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolders(parent(folder));
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        touched.add(parent(folder));
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file needs a folder");
        }
        return parent;
    }
}
