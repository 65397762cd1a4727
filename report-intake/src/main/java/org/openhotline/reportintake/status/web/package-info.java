// SPDX-License-Identifier: Apache-2.0
/** The form behind which a reporter's status is. */
@NullMarked
package org.openhotline.reportintake.status.web;

import org.jspecify.annotations.NullMarked;
