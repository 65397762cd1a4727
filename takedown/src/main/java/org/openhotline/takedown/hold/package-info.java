// SPDX-License-Identifier: Apache-2.0
/**
 * The police gate: asking a notice to wait, letting it go, and the clock that lets it go where silence means consent.
 * The hold itself is part of its {@link org.openhotline.takedown.removal.Removal}.
 */
@NullMarked
package org.openhotline.takedown.hold;

import org.jspecify.annotations.NullMarked;
