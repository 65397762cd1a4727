// SPDX-License-Identifier: Apache-2.0
/**
 * The append-only log: one folder, one writer, each event once. Promises that no two checkpoints it ever signs disagree;
 * refuses to sign where it cannot be sure of that.
 */
@NullMarked
package org.openhotline.audit.log;

import org.jspecify.annotations.NullMarked;
