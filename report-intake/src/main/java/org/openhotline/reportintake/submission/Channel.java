// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Locale;

/** The way a submission came in. */
public enum Channel {
    FORM,
    API,
    /** One row of a list. */
    IMPORT,
    /** Entered by staff for somebody who rang or wrote. */
    DESK,
    MAIL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
