// SPDX-License-Identifier: Apache-2.0
/** Who acts: the staff roles (DESIGN section 8) and the two parties that are nobody's account. */
@NullMarked
package org.openhotline.contracts.staff;

import org.jspecify.annotations.NullMarked;
