// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list is written. */
public enum Format {
    CSV,
    NDJSON,
    XARF;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> named(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(wireName))
                .findFirst();
    }
}
