// SPDX-License-Identifier: Apache-2.0
/**
 * The tree and its entries as files, laid out as C2SP tlog-tiles v0.1.0 wants them. A file that can be seen is complete
 * and on disk.
 */
@NullMarked
package org.openhotline.audit.tiles;

import org.jspecify.annotations.NullMarked;
