// SPDX-License-Identifier: Apache-2.0
/**
 * What a reporter takes away: a reference and a secret, both made to be copied by hand.
 */
@NullMarked
package org.openhotline.reportintake.reference;

import org.jspecify.annotations.NullMarked;
