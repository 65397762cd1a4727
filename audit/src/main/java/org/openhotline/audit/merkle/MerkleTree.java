// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/** The tree over the first {@code size} leaves, read from its full subtrees. Names as in RFC 6962, section 2.1. */
public record MerkleTree(long size, Subtrees subtrees) {

    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
        }
    }

    /** MTH(D[n]). */
    public Hash root() {
        return size == 0 ? Hashing.EMPTY_ROOT : hash(0, size);
    }

    /** PATH(m, D[n]): from the leaf's sibling up. */
    public List<Hash> inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /** PROOF(m, D[n]): that the tree over the first {@code older} leaves is a prefix of this one. */
    public List<Hash> consistencyProof(long older) {
        if (older < 1 || older > size) {
            throw new IllegalArgumentException("no proof from " + older + " to " + size);
        }
        List<Hash> proof = new ArrayList<>();
        subproof(older, 0, size, true, proof);
        return proof;
    }

    private void path(long index, long start, long end, List<Hash> proof) {
        if (end - start == 1) {
            return;
        }
        long split = start + split(end - start);
        if (index < split) {
            path(index, start, split, proof);
            proof.add(hash(split, end));
        } else {
            path(index, split, end, proof);
            proof.add(hash(start, split));
        }
    }

    private void subproof(long older, long start, long end, boolean known, List<Hash> proof) {
        if (older == end) {
            if (!known) {
                proof.add(hash(start, end));
            }
            return;
        }
        long split = start + split(end - start);
        if (older <= split) {
            subproof(older, start, split, known, proof);
            proof.add(hash(split, end));
        } else {
            subproof(older, split, end, false, proof);
            proof.add(hash(start, split));
        }
    }

    private Hash hash(long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return subtrees.hash(level, start >> level);
        }
        long split = start + split(width);
        return Hashing.node(hash(start, split), hash(split, end));
    }

    /** The largest power of two smaller than {@code width}. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
