// SPDX-License-Identifier: Apache-2.0
/**
 * Checkpoints in places that whoever runs the log does not govern alone: sent there while it grows, compared with what
 * lies there before anything is signed after a start.
 */
@NullMarked
package org.openhotline.audit.outside;

import org.jspecify.annotations.NullMarked;
