// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a partner calls a report in its own books. Kept as a blind index only, since nobody knows what such a text says. */
public record PartnerReference(String text) {
    public static final int LONGEST = 100;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/#+-]{0," + (LONGEST - 1) + "}");

    /** @return empty where it is not 1 to {@value #LONGEST} letters, digits, blanks and {@code ._:/#+-} */
    public static Optional<PartnerReference> read(String text) {
        String reference = text.strip();
        return ALLOWED.matcher(reference).matches() ? Optional.of(new PartnerReference(reference)) : Optional.empty();
    }

    /** Never the text, so that no log line can hold it. */
    @Override
    public String toString() {
        return "PartnerReference[…]";
    }
}
