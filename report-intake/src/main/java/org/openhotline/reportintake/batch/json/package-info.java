/** Rows as JSON objects, one on each line (NDJSON). */
@NullMarked
package org.openhotline.reportintake.batch.json;

import org.jspecify.annotations.NullMarked;
