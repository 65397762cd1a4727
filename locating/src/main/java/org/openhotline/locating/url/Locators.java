// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;

/** Recognises what people report as an address. Says plainly what is wrong and never repeats what was sent. */
public final class Locators {
    /** In UTF-16 characters, as they come in and as they are written in standard form. */
    public static final int MAX_LENGTH = 8_192;

    private static final String FIELD = "addresses";
    private static final String ALLOWED =
            "An http or https address such as https://example.org/page, or an onion address,"
                    + " of at most 8,192 characters";

    /** A scheme, unless it is a host with a port ({@code example.org:8080}). */
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]+(?:[/\\\\?#]|$))");

    private static final Pattern EMAIL = Pattern.compile("^[^/\\\\?#:]*@[^/\\\\?#:@]*$");
    private static final Pattern HOST_NAME = Pattern.compile("(?:[a-z0-9_-]{1,63}\\.)+[a-z0-9-]{1,63}\\.?");
    private static final int MAX_HOST = 253;

    private Locators() {}

    /**
     * Tells what an address is.
     *
     * @param kind what the sender says it is, for a check; what it is follows from the address
     * @throws InvalidInput about the field {@code addresses}
     */
    public static Locator identify(Optional<LocatorKind> kind, String raw) {
        String text = Refanging.refang(unwrapped(checked(raw)));
        WebAddress address = WebAddress.parse(withScheme(text))
                .orElseThrow(() -> invalid("This is not an address that we can read."));
        WebHost host = address.host();
        if (host.literal().isEmpty() && !isHostName(host.text())) {
            throw invalid("This is not the full address of a site: its host name is not complete.");
        }
        boolean onion = OnionAddress.isOnion(host.text());
        if (onion && OnionAddress.of(host.text()).isEmpty()) {
            throw invalid("This onion address has a mistake in it: it must have 56 characters before .onion.");
        }
        if (!onion && kind.filter(k -> k == LocatorKind.ONION).isPresent()) {
            throw invalid("This is not an onion address: its host must end in .onion.");
        }
        String exact = address.href();
        if (exact.length() > MAX_LENGTH) {
            throw invalid("This address is too long when it is written in ASCII.");
        }
        return new Locator(
                onion ? LocatorKind.ONION : LocatorKind.WEB, address.identity().href(), host.bare(), exact);
    }

    private static String checked(String raw) {
        if (raw.length() > MAX_LENGTH) {
            throw invalid("This address is too long.");
        }
        String text = trimmed(raw);
        if (text.isEmpty()) {
            throw invalid("There is no address here.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalid("This address holds control characters, such as line breaks.");
        }
        return text;
    }

    private static String withScheme(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            String name = scheme.group(1);
            if (!name.equalsIgnoreCase("http") && !name.equalsIgnoreCase("https")) {
                throw invalid("This kind of address cannot be reported here: only http and https addresses can.");
            }
            return text;
        }
        if (EMAIL.matcher(text).matches()) {
            throw invalid("This looks like an e-mail address, not the address of a page.");
        }
        return "http://" + text;
    }

    private static boolean isHostName(String host) {
        return host.length() <= MAX_HOST + (host.endsWith(".") ? 1 : 0)
                && HOST_NAME.matcher(host).matches();
    }

    /** Copied text often comes in quotation marks or angle brackets. */
    private static String unwrapped(String text) {
        String[] pairs = {"<>", "\"\"", "''", "“”", "«»", "„“", "‘’"};
        for (String pair : pairs) {
            if (text.length() > 2 && text.charAt(0) == pair.charAt(0) && text.endsWith(pair.substring(1))) {
                return trimmed(text.substring(1, text.length() - 1));
            }
        }
        return text;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space and the invisible characters that come along when text is copied. */
    private static boolean isAround(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\u2060'
                || c == '\ufeff'
                || c == '\u200e'
                || c == '\u200f';
    }

    private static InvalidInput invalid(String message) {
        return new InvalidInput(FIELD, message, ALLOWED);
    }
}
