// SPDX-License-Identifier: Apache-2.0
/** Gives letters their law and their words. */
@NullMarked
package org.openhotline.takedown.letter.spring;

import org.jspecify.annotations.NullMarked;
