// SPDX-License-Identifier: Apache-2.0
/** Who hosts an address: the one port that services use. */
@NullMarked
package org.openhotline.locating.trace;

import org.jspecify.annotations.NullMarked;
