/** Rows as text with semicolons (RFC 4180 otherwise). */
@NullMarked
package org.openhotline.reportintake.batch.csv;

import org.jspecify.annotations.NullMarked;
