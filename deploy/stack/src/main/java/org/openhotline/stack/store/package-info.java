// SPDX-License-Identifier: Apache-2.0
/** A document store that speaks MongoDB's protocol and loses nothing it has acknowledged, for one machine. */
@NullMarked
package org.openhotline.stack.store;

import org.jspecify.annotations.NullMarked;
