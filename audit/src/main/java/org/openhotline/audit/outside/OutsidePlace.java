// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;
import org.openhotline.audit.log.Log;

/** Somewhere that keeps what it is given, out of reach of whoever runs the log. */
public interface OutsidePlace {
    /** Lower-case letters, digits and hyphens. */
    String name();

    /** @throws IOException unless the place has said that it took it */
    void keep(Log.Head head) throws IOException;
}
