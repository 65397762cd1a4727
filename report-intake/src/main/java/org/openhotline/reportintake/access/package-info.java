// SPDX-License-Identifier: Apache-2.0
/** Who saw what of a reporter. */
@NullMarked
package org.openhotline.reportintake.access;

import org.jspecify.annotations.NullMarked;
