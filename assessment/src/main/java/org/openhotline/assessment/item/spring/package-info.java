// SPDX-License-Identifier: Apache-2.0
/** Puts the desk together and frees what was left behind. */
@NullMarked
package org.openhotline.assessment.item.spring;

import org.jspecify.annotations.NullMarked;
