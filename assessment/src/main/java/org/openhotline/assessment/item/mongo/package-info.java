// SPDX-License-Identifier: Apache-2.0
/** Keeps items in MongoDB; an index lets the store itself refuse a second claim of one analyst. */
@NullMarked
package org.openhotline.assessment.item.mongo;

import org.jspecify.annotations.NullMarked;
