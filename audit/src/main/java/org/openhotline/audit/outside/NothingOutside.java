// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;

/** The place outside has no checkpoint to compare a log with that has begun. A person has to put the newest one there. */
public final class NothingOutside extends IOException {
    private static final long serialVersionUID = 1L;

    NothingOutside() {
        super("there is no checkpoint outside to compare the log with; put the newest one there");
    }
}
