// SPDX-License-Identifier: Apache-2.0
/**
 * Signed notes (C2SP signed-note v1.0.0, Ed25519 only) and checkpoints (C2SP tlog-checkpoint v1.0.0).
 */
@NullMarked
package org.openhotline.audit.note;

import org.jspecify.annotations.NullMarked;
