// SPDX-License-Identifier: Apache-2.0
/**
 * What the leaves commit to, beside the tree and erasable: the events' bodies in files that only grow, each encrypted
 * under the key of its leaf's commitment, and the keys in records of one size, so that overwriting a record erases.
 */
@NullMarked
package org.openhotline.audit.body;

import org.jspecify.annotations.NullMarked;
