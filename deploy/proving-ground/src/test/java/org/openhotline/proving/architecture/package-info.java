// SPDX-License-Identifier: Apache-2.0
/** The rules of structure (DESIGN section 4), each proven by a planted violation that it catches. */
@NullMarked
package org.openhotline.proving.architecture;

import org.jspecify.annotations.NullMarked;
