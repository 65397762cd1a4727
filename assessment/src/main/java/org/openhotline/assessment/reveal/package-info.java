// SPDX-License-Identifier: Apache-2.0
/**
 * Opening what is sealed for the one analyst who holds the item, as one deliberate act that is stored before anything
 * is shown.
 */
@NullMarked
package org.openhotline.assessment.reveal;

import org.jspecify.annotations.NullMarked;
