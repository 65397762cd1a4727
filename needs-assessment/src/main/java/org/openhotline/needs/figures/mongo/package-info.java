// SPDX-License-Identifier: Apache-2.0
/** Where facts are kept: one document per item and one per submission. */
@NullMarked
package org.openhotline.needs.figures.mongo;

import org.jspecify.annotations.NullMarked;
