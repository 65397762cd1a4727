// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import java.util.List;

/**
 * Verifies proofs. Inclusion as RFC 9162, section 2.1.3.2, describes it for the trees of RFC 6962; consistency by the
 * more general rule for subtrees of draft-ietf-plants-merkle-tree-certs, section 4.4.3, of which a prefix of the tree
 * is the case that starts at 0.
 */
public final class Proofs {
    private Proofs() {}

    /** Whether {@code proof} leads from a leaf at {@code index} to the root of a tree of {@code size} leaves. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hashing.node(sibling, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                hash = Hashing.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** As {@link #includes}, for the subtree over the leaves {@code [start, end)}. */
    public static boolean includesInSubtree(
            long index, long start, long end, Hash leaf, List<Hash> proof, Hash subtreeRoot) {
        return isSubtree(start, end)
                && index >= start
                && includes(index - start, end - start, leaf, proof, subtreeRoot);
    }

    /**
     * Whether {@code proof} shows that a tree of {@code older} leaves is a prefix of one of {@code newer}. Nothing can
     * be shown about an empty tree, so that is refused.
     */
    public static boolean isPrefix(long older, long newer, List<Hash> proof, Hash olderRoot, Hash newerRoot) {
        return older > 0 && isSubtreeOf(0, older, newer, proof, olderRoot, newerRoot);
    }

    /** Whether {@code proof} shows that the leaves {@code [start, end)} under one root are those under the other. */
    public static boolean isSubtreeOf(long start, long end, long size, List<Hash> proof, Hash subtreeRoot, Hash root) {
        if (start < 0 || end < start || end > size) {
            return false;
        }
        if (start == end) {
            return proof.isEmpty() && subtreeRoot.equals(Hashing.EMPTY_ROOT);
        }
        return isSubtree(start, end) && new SubtreeWalk(start, end, size, subtreeRoot).leadsTo(root, proof);
    }

    /** A subtree starts at a multiple of the power of two that holds its width. */
    private static boolean isSubtree(long start, long end) {
        if (start < 0 || end <= start) {
            return false;
        }
        long width = end - start;
        long holds = width == 1 ? 1 : Long.highestOneBit(width - 1) << 1;
        return holds > 0 && start % holds == 0;
    }

    /** The state of the rule: first and last node of the subtree and last node of the tree, at the present level. */
    private static final class SubtreeWalk {
        private final Hash subtreeRoot;
        private long first;
        private long last;
        private long treeLast;

        SubtreeWalk(long start, long end, long size, Hash subtreeRoot) {
            this.subtreeRoot = subtreeRoot;
            first = start;
            last = end - 1;
            treeLast = size - 1;
            boolean atRightEdge = last == treeLast;
            while (first != last && (atRightEdge || (last & 1) == 1)) {
                up();
            }
        }

        boolean leadsTo(Hash root, List<Hash> proof) {
            List<Hash> rest = proof;
            Hash subtree = subtreeRoot;
            if (first != last) {
                if (proof.isEmpty()) {
                    return false;
                }
                subtree = proof.getFirst();
                rest = proof.subList(1, proof.size());
            }
            Hash tree = subtree;
            for (Hash next : rest) {
                if (treeLast == 0) {
                    return false;
                }
                if ((last & 1) == 1 || last == treeLast) {
                    subtree = first < last ? Hashing.node(next, subtree) : subtree;
                    tree = Hashing.node(next, tree);
                    while ((last & 1) == 0) {
                        up();
                    }
                } else {
                    tree = Hashing.node(tree, next);
                }
                up();
            }
            return treeLast == 0 && subtree.equals(subtreeRoot) && tree.equals(root);
        }

        private void up() {
            first >>>= 1;
            last >>>= 1;
            treeLast >>>= 1;
        }
    }
}
