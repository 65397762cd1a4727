// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.merkle.Subtrees;

/** The full subtrees of a tree of a given size, read from its tiles. For one use: it keeps the tiles that it has read. */
public final class TiledSubtrees implements Subtrees {
    private static final int TILE_HEIGHT = 8;

    private final TileFolder folder;
    private final long size;
    private final Map<TilePath, byte[]> read = new HashMap<>();

    public TiledSubtrees(TileFolder folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    @Override
    public Hash hash(int level, long index) {
        int tileLevel = level / TILE_HEIGHT;
        int inner = level % TILE_HEIGHT;
        long first = index << inner;
        byte[] tile = tile(tileLevel, first / TilePath.FULL);
        List<Hash> hashes = new ArrayList<>();
        int offset = (int) (first % TilePath.FULL);
        for (int i = 0; i < 1 << inner; i++) {
            hashes.add(Hash.at(tile, offset + i));
        }
        return fold(hashes);
    }

    /** The root over {@code hashes}, whose number is a power of two. */
    public static Hash fold(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Hashing.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    /** How many hashes a tree of {@code size} leaves has in this tile; not positive where it has no such tile. */
    public static int width(long size, int level, long tile) {
        int shift = TILE_HEIGHT * level;
        long nodes = shift < Long.SIZE ? size >>> shift : 0;
        return (int) Math.min(TilePath.FULL, nodes - tile * TilePath.FULL);
    }

    private byte[] tile(int level, long index) {
        return read.computeIfAbsent(TilePath.hashes(level, index, width(size, level, index)), this::load);
    }

    private byte[] load(TilePath path) {
        try {
            byte[] tile = folder.read(path)
                    .orElseThrow(() -> new IllegalStateException(path.text() + " is missing from the log"));
            if (tile.length != path.width() * Hash.LENGTH) {
                throw new IllegalStateException(path.text() + " has a wrong length");
            }
            return tile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
