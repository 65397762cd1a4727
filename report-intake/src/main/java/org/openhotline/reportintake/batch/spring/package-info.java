/** Wires the import. */
@NullMarked
package org.openhotline.reportintake.batch.spring;

import org.jspecify.annotations.NullMarked;
