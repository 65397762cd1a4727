// SPDX-License-Identifier: Apache-2.0
/** Listens to assessment and takedown. */
@NullMarked
package org.openhotline.reportintake.item.kafka;

import org.jspecify.annotations.NullMarked;
