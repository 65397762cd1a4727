// SPDX-License-Identifier: Apache-2.0
/** Submissions and known addresses as documents. */
@NullMarked
package org.openhotline.reportintake.submission.mongo;

import org.jspecify.annotations.NullMarked;
