// SPDX-License-Identifier: Apache-2.0
/** What is confirmed, and what becomes of notices, moves removals. */
@NullMarked
package org.openhotline.takedown.removal.kafka;

import org.jspecify.annotations.NullMarked;
