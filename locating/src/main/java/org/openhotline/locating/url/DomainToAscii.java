// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * "Domain to ASCII" of the URL Standard (section 3.3), not strict: UTS #46 without transitional processing, so that
 * {@code faß.example} stays a domain of its own as it does in browsers ({@code java.net.IDN} would make it
 * {@code fass.example}, somebody else's).
 */
public final class DomainToAscii {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** ICU checks these always; the standard asks for them only in its strict mode. */
    private static final Set<IDNA.Error> STRICT_ONLY = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

    private DomainToAscii() {}

    /** The A-label form in lower case, or empty where the text is no domain. */
    public static Optional<String> convert(String domain) {
        String ascii;
        if (Ascii.isAscii(domain)) {
            ascii = domain.toLowerCase(Locale.ROOT);
        } else {
            IDNA.Info info = new IDNA.Info();
            ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
            if (!STRICT_ONLY.containsAll(info.getErrors())) {
                return Optional.empty();
            }
        }
        return ascii.isEmpty() || hasForbidden(ascii) ? Optional.empty() : Optional.of(ascii);
    }

    private static boolean hasForbidden(String domain) {
        return domain.chars().anyMatch(c -> c <= 0x1f || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }
}
