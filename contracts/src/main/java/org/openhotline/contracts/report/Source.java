// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who a report comes from, as a kind; the way it came in (form, API, import, mail) is its channel. */
public enum Source {
    PUBLIC,
    PARTNER,
    POLICE,
    HELPLINE,
    CRAWLER,
    STAFF;

    /** As written in imports and in tokens, for example {@code helpline}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Source> named(String wireName) {
        return Arrays.stream(values())
                .filter(s -> s.wireName().equals(wireName))
                .findFirst();
    }
}
