// SPDX-License-Identifier: Apache-2.0
/** How fast the product is, side by side with the bare store and broker in the same run. Prints figures; judges nothing. */
@NullMarked
package org.openhotline.proving.load;

import org.jspecify.annotations.NullMarked;
