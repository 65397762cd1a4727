// SPDX-License-Identifier: Apache-2.0
/** Keeps notices in MongoDB. */
@NullMarked
package org.openhotline.takedown.notice.mongo;

import org.jspecify.annotations.NullMarked;
