// SPDX-License-Identifier: Apache-2.0
/** Which IP addresses a host name has now. */
@NullMarked
package org.openhotline.locating.dns;

import org.jspecify.annotations.NullMarked;
