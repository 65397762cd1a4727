// SPDX-License-Identifier: Apache-2.0
/**
 * What a reporter is told who comes back with reference and secret.
 */
@NullMarked
package org.openhotline.reportintake.status;

import org.jspecify.annotations.NullMarked;
