// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of address an item has; decides how it can be traced. */
public enum LocatorKind {
    WEB,
    ONION;

    /** The name used in forms and in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LocatorKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(k -> k.wireName().equals(wireName))
                .findFirst();
    }
}
