// SPDX-License-Identifier: Apache-2.0
/** How facts arrive: the events of report-intake, assessment and takedown. */
@NullMarked
package org.openhotline.needs.figures.kafka;

import org.jspecify.annotations.NullMarked;
