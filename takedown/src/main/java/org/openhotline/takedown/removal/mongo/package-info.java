// SPDX-License-Identifier: Apache-2.0
/** Keeps removals in MongoDB. */
@NullMarked
package org.openhotline.takedown.removal.mongo;

import org.jspecify.annotations.NullMarked;
