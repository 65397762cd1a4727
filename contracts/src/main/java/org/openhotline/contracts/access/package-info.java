// SPDX-License-Identifier: Apache-2.0
/** Looks, exports and refusals as stored facts. */
@NullMarked
package org.openhotline.contracts.access;

import org.jspecify.annotations.NullMarked;
