// SPDX-License-Identifier: Apache-2.0
/**
 * The Merkle tree of RFC 6962, section 2.1: hashing, proofs and their verification. Knows nothing of files or events.
 */
@NullMarked
package org.openhotline.audit.merkle;

import org.jspecify.annotations.NullMarked;
