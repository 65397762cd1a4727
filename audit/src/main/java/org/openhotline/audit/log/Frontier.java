// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.tiles.TiledSubtrees;

/** The right edge of a growing tree: the partial tile of each level. Collects the tiles that have changed. */
final class Frontier {
    static final int TILE_HEIGHT = 8;

    private final List<List<Hash>> levels = new ArrayList<>();
    private final Map<TilePath, byte[]> fullTiles = new LinkedHashMap<>();
    private final List<Integer> widthsBefore = new ArrayList<>();
    private long size;

    /** @param levels the hashes of the partial tile of each level, lowest first */
    Frontier(long size, List<List<Hash>> levels) {
        this.size = size;
        levels.forEach(level -> {
            this.levels.add(new ArrayList<>(level));
            widthsBefore.add(level.size());
        });
    }

    /** The highest level of tiles that a tree of {@code size} leaves can have. */
    static int level(long size) {
        return (Long.SIZE - Long.numberOfLeadingZeros(size)) / TILE_HEIGHT;
    }

    /** The same edge, with nothing changed yet. */
    Frontier copy() {
        return new Frontier(size, levels);
    }

    long size() {
        return size;
    }

    void add(Hash leaf) {
        size++;
        add(0, leaf);
    }

    Hash root() {
        List<Hash> peaks = new ArrayList<>();
        for (List<Hash> level : levels.reversed()) {
            addPeaks(level, peaks);
        }
        return peaks.reversed().stream()
                .reduce((right, left) -> Hashing.node(left, right))
                .orElse(Hashing.EMPTY_ROOT);
    }

    /** All tiles that were filled or grew, with their content. */
    Map<TilePath, byte[]> changedTiles() {
        Map<TilePath, byte[]> changed = new LinkedHashMap<>(fullTiles);
        for (int level = 0; level < levels.size(); level++) {
            List<Hash> hashes = levels.get(level);
            if (!hashes.isEmpty() && isNew(level, hashes.size())) {
                changed.put(TilePath.hashes(level, tileIndex(level), hashes.size()), bytes(hashes));
            }
        }
        return changed;
    }

    private boolean isNew(int level, int width) {
        boolean filled = fullTiles.keySet().stream().anyMatch(t -> t.kind().equals(Integer.toString(level)));
        return filled || level >= widthsBefore.size() || widthsBefore.get(level) != width;
    }

    private void add(int level, Hash hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<Hash> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() == TilePath.FULL) {
            fullTiles.put(TilePath.hashes(level, tileIndex(level) - 1, TilePath.FULL), bytes(hashes));
            Hash above = TiledSubtrees.fold(hashes);
            hashes.clear();
            add(level + 1, above);
        }
    }

    /** The tile of this level that the next hash goes into. */
    private long tileIndex(int level) {
        return size >>> (TILE_HEIGHT * (level + 1));
    }

    /** The roots of the largest full subtrees that {@code hashes} fall into, from the left. */
    private static void addPeaks(List<Hash> hashes, List<Hash> peaks) {
        int start = 0;
        while (start < hashes.size()) {
            int width = Integer.highestOneBit(hashes.size() - start);
            peaks.add(TiledSubtrees.fold(hashes.subList(start, start + width)));
            start += width;
        }
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> buffer.put(hash.bytes()));
        return buffer.array();
    }
}
