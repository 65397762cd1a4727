// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.io.IOException;
import java.util.Optional;

/** Reads rows from a stream one at a time, in memory that does not grow with the stream. */
@FunctionalInterface
public interface RowReader {

    /**
     * The next row or broken row; empty at the end.
     *
     * @throws IOException where the stream itself breaks, never for what is in it
     */
    Optional<RowReading> next() throws IOException;
}
