// SPDX-License-Identifier: Apache-2.0
/** Hears of reported addresses. */
@NullMarked
package org.openhotline.assessment.item.kafka;

import org.jspecify.annotations.NullMarked;
