// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.tiles.TiledSubtrees;

/**
 * Where the log will grow. Checked before anything is signed on top of it: the entries against the lowest tiles, each
 * tile against the one above, and all together against the signed root.
 */
final class RightEdge {
    private final Log log;
    private final Log.Head head;

    RightEdge(Log log, Log.Head head) {
        this.log = log;
        this.head = head;
    }

    Frontier verifiedFrontier() throws IOException {
        List<List<Hash>> levels = new ArrayList<>();
        for (int level = 0; nodes(level) > 0; level++) {
            levels.add(tile(level, nodes(level) / TilePath.FULL));
            require(
                    levels.get(level).isEmpty()
                            || level == 0
                            || levels.get(level).getLast().equals(lastBelow(level)),
                    "a tile of level " + level + " is not over the one below");
        }
        Frontier frontier = new Frontier(head.size(), levels);
        require(frontier.root().equals(head.checkpoint().root()), "the tiles do not lead to the signed root");
        requireEntriesHashToTiles();
        return frontier;
    }

    /** The entries after the last full bundle. */
    List<byte[]> partialBundle() throws IOException {
        return head.size() % TilePath.FULL == 0 ? List.of() : log.bundle(head.size() / TilePath.FULL, head.size());
    }

    private void requireEntriesHashToTiles() throws IOException {
        if (head.size() > 0) {
            long last = (head.size() - 1) / TilePath.FULL;
            List<Hash> hashes =
                    log.bundle(last, head.size()).stream().map(Hashing::leaf).toList();
            require(hashes.equals(tile(0, last)), "the last entries do not hash to their tile");
        }
    }

    private Hash lastBelow(int level) throws IOException {
        return TiledSubtrees.fold(tile(level - 1, nodes(level) - 1));
    }

    private List<Hash> tile(int level, long index) throws IOException {
        int width = TiledSubtrees.width(head.size(), level, index);
        if (width == 0) {
            return List.of();
        }
        TilePath path = TilePath.hashes(level, index, width);
        byte[] bytes = log.folder()
                .read(path)
                .filter(b -> b.length == width * Hash.LENGTH)
                .orElseThrow(() -> new LogDamaged(path.text() + " is missing or cut short"));
        return IntStream.range(0, width).mapToObj(i -> Hash.at(bytes, i)).toList();
    }

    private long nodes(int level) {
        return head.size() >>> (Frontier.TILE_HEIGHT * level);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new LogDamaged(message);
        }
    }
}
