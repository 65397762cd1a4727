// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUInputTooLongException;
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
        return (Ascii.isAscii(domain) ? Optional.of(domain.toLowerCase(Locale.ROOT)) : mapped(domain))
                .filter(ascii -> !ascii.isEmpty() && !hasForbidden(ascii));
    }

    private static Optional<String> mapped(String domain) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        try {
            UTS46.nameToASCII(domain, ascii, info);
        } catch (ICUInputTooLongException e) {
            return Optional.empty();
        }
        return STRICT_ONLY.containsAll(info.getErrors()) ? Optional.of(ascii.toString()) : Optional.empty();
    }

    private static boolean hasForbidden(String domain) {
        return domain.chars().anyMatch(c -> c <= 0x1f || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }
}
