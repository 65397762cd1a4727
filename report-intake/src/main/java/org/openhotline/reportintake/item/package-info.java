// SPDX-License-Identifier: Apache-2.0
/**
 * One reported address under work, and the little that its reporters may know about it.
 */
@NullMarked
package org.openhotline.reportintake.item;

import org.jspecify.annotations.NullMarked;
