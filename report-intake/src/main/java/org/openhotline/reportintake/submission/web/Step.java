// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages after the first, in their order. Each is named in the path by its wire name. */
enum Step {
    /** The reference and the secret. */
    RECEIVED,
    WHERE,
    KIND,
    DANGER,
    /** Only for those who say that a child is in danger. */
    URGENT,
    SELF,
    /** Only for those who say that they are a child. */
    SUPPORT,
    NOTE,
    CONTACT,
    DONE;

    static Optional<Step> named(String wireName) {
        return Arrays.stream(values())
                .filter(s -> s.wireName().equals(wireName))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/report/" + wireName();
    }

    String template() {
        return "report-intake/" + wireName();
    }
}
