// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, or another part of this one, appends to this folder. */
public final class LogInUse extends IOException {
    private static final long serialVersionUID = 1L;

    LogInUse(Path lock) {
        super("the log is in use: " + lock);
    }
}
