// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;

/** A last look at the log before anything is signed on top of it. */
public interface BeforeSigning {
    /** Nothing to compare with. */
    BeforeSigning NOTHING = log -> {};

    /**
     * Called each time before the log is opened for appending.
     *
     * @throws LogDamaged where the log is not what it should be
     * @throws IOException where that cannot be told now; the log stays closed until it can
     */
    void check(Log log) throws IOException;
}
