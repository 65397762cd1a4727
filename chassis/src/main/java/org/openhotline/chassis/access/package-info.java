// SPDX-License-Identifier: Apache-2.0
/**
 * Who looked at what, took it away or was refused: whatever is shown or leaves is a stored fact before that happens.
 */
@NullMarked
package org.openhotline.chassis.access;

import org.jspecify.annotations.NullMarked;
