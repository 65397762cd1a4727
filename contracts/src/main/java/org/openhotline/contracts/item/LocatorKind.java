// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of address an item has; decides how it can be traced. */
public enum LocatorKind {
    /** An http or https address. */
    WEB,
    /** An http or https address of an onion service. */
    ONION,
    /** A user of an app or a platform. */
    APP_ACCOUNT,
    /** A group or channel of a messenger. */
    MESSENGER_GROUP,
    EMAIL,
    PHONE,
    /** The hash by which a file-sharing network knows something. */
    P2P_HASH,
    /** An http or https address at which something was live. */
    LIVE_STREAM,
    /** Words that lead there. */
    OTHER;

    /** Whether a host in the domain name system stands behind it, who can be found and written to. */
    public boolean isTraceable() {
        return this == WEB || this == LIVE_STREAM;
    }

    /** Whether it is something that can be looked at and classified; anything else is triaged. */
    public boolean isPage() {
        return this == WEB || this == ONION || this == LIVE_STREAM;
    }

    /** The name used in forms and in the API, for example {@code app-account}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LocatorKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(k -> k.wireName().equals(wireName))
                .findFirst();
    }
}
