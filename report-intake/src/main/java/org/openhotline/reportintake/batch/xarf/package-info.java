/** Rows as XARF v4 reports (https://xarf.org). */
@NullMarked
package org.openhotline.reportintake.batch.xarf;

import org.jspecify.annotations.NullMarked;
