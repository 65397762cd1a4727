// SPDX-License-Identifier: Apache-2.0
/**
 * Where an address points: what it is, and who hosts it. A plain library; nothing here logs, and no {@code toString}
 * tells an address.
 */
@NullMarked
package org.openhotline.locating;

import org.jspecify.annotations.NullMarked;
