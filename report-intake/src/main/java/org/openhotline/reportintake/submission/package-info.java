// SPDX-License-Identifier: Apache-2.0
/**
 * One thing that somebody sent: checked as a whole, stored in one write, then told to its items.
 */
@NullMarked
package org.openhotline.reportintake.submission;

import org.jspecify.annotations.NullMarked;
