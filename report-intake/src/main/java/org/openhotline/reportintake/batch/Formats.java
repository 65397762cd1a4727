// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.io.IOException;
import java.io.InputStream;

/** Opens a list for reading. */
@FunctionalInterface
public interface Formats {
    RowReader open(Format format, InputStream utf8) throws IOException;
}
