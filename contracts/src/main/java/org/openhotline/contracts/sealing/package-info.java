// SPDX-License-Identifier: Apache-2.0
/**
 * Addresses, host names and words from outside exist in clear only while somebody works on them. Everywhere else they
 * are {@link org.openhotline.contracts.sealing.Sealed}, bound to the place they belong to.
 */
@NullMarked
package org.openhotline.contracts.sealing;

import org.jspecify.annotations.NullMarked;
