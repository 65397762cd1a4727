/** Imports and their results as documents. */
@NullMarked
package org.openhotline.reportintake.batch.mongo;

import org.jspecify.annotations.NullMarked;
