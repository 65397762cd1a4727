// SPDX-License-Identifier: Apache-2.0
/**
 * The whole vocabulary of facts: one sealed interface per aggregate with its records nested, so that a consumer's
 * {@code switch} without {@code default} breaks the build exactly where a new fact needs a decision. The names on the
 * wire are written down in {@link org.openhotline.contracts.event.WireNames} and never derived from class names.
 */
@NullMarked
package org.openhotline.contracts.event;

import org.jspecify.annotations.NullMarked;
