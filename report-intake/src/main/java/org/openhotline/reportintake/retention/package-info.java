// SPDX-License-Identifier: Apache-2.0
/**
 * Erases what has been kept for long enough.
 */
@NullMarked
package org.openhotline.reportintake.retention;

import org.jspecify.annotations.NullMarked;
