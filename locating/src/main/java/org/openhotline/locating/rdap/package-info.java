// SPDX-License-Identifier: Apache-2.0
/** Who holds a network and who answers for abuse in it: RDAP (RFC 9082, 9083, 9224) with answers read as found in the wild. */
@NullMarked
package org.openhotline.locating.rdap;

import org.jspecify.annotations.NullMarked;
