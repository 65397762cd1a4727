// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhotline.audit.merkle.Hash;

/** One folder with the tiles and the checkpoint of one log, as it is also served. */
public final class TileFolder {
    private final Path root;

    public TileFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    /** The file's content; a partial tile that has gone is cut from the full one that replaced it. */
    public Optional<byte[]> read(TilePath path) throws IOException {
        Optional<byte[]> exact = readFile(path);
        return exact.isPresent() || path.isFull()
                ? exact
                : readFile(path.full()).map(full -> prefix(full, path));
    }

    /** Visible at once; durable after {@link DurableFiles#sync}. */
    public void write(TilePath path, byte[] content, DurableFiles files) throws IOException {
        files.replace(root.resolve(path.text()), content);
    }

    /** What tlog-tiles allows once the full tile is there. */
    public void deletePartialsOf(TilePath full) throws IOException {
        Path folder = root.resolve(full.partialsText());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> partials = Files.list(folder)) {
                for (Path partial : partials.toList()) {
                    Files.delete(partial);
                }
            }
            Files.delete(folder);
        }
    }

    /** Deletes what is longer than {@code width} of the tile of this name, which no checkpoint covers. */
    public void deleteBeyond(TilePath tile, int width, DurableFiles files) throws IOException {
        files.deleteIfExists(root.resolve(tile.full().text()));
        Path folder = root.resolve(tile.partialsText());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> partials = Files.list(folder)) {
                for (Path partial : partials.toList()) {
                    if (isWider(partial.getFileName().toString(), width)) {
                        files.deleteIfExists(partial);
                    }
                }
            }
        }
    }

    private static boolean isWider(String name, int width) {
        return name.endsWith(".tmp") || Integer.parseInt(name) > width;
    }

    private Optional<byte[]> readFile(TilePath path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path.text())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static byte[] prefix(byte[] full, TilePath path) {
        if (!path.holdsEntries()) {
            return Arrays.copyOf(full, path.width() * Hash.LENGTH);
        }
        List<byte[]> entries = EntryBundle.decode(full);
        return EntryBundle.encode(entries.subList(0, path.width()));
    }
}
