// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.util.List;

/** A country profile with errors. The message lists all of them, one per line. */
public final class InvalidCountryProfile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidCountryProfile(List<String> errors) {
        super(String.join("\n", errors));
    }

    /** One sentence per error, each with file and line. */
    public List<String> errors() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
