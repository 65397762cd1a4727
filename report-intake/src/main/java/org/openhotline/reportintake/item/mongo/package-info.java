// SPDX-License-Identifier: Apache-2.0
/** Reported items as documents. */
@NullMarked
package org.openhotline.reportintake.item.mongo;

import org.jspecify.annotations.NullMarked;
