// SPDX-License-Identifier: Apache-2.0
/** What staff look up before they do something about a report. */
@NullMarked
package org.openhotline.reportintake.desk;

import org.jspecify.annotations.NullMarked;
