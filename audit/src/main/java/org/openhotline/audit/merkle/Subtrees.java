// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

/** Where the hashes of a tree's full subtrees come from. */
@FunctionalInterface
public interface Subtrees {
    /** The hash over the leaves {@code [index * 2^level, (index + 1) * 2^level)}, all of which the tree has. */
    Hash hash(int level, long index);
}
