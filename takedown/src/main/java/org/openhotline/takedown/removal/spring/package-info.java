// SPDX-License-Identifier: Apache-2.0
/** Puts the removal business together. */
@NullMarked
package org.openhotline.takedown.removal.spring;

import org.jspecify.annotations.NullMarked;
