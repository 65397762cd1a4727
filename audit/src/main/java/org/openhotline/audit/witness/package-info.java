// SPDX-License-Identifier: Apache-2.0
/**
 * Other organisations that cosign our checkpoints (C2SP tlog-witness): each signs a size only after it has made sure that
 * the log has only grown since the last one, so that nobody can be shown another history.
 */
@NullMarked
package org.openhotline.audit.witness;

import org.jspecify.annotations.NullMarked;
