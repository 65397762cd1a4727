// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/**
 * A mailbox (RFC 5321 section 4.1.2, RFC 6531 for letters beyond ASCII), without quoting and without an address literal.
 * Capitals never matter: the standard lets them, no provider does. A part after a plus sign makes a mailbox of its own.
 */
final class MailAddress {
    private static final String ALLOWED = "An e-mail address such as name@example.org";
    private static final Pattern AT = Pattern.compile("\\[at\\]|\\(at\\)|\\[@\\]|＠", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT =
            Pattern.compile("\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILTO =
            Pattern.compile("^mailto:([^?]*).*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern TAG = Pattern.compile("(?<=.)\\+.*$");
    private static final int LONGEST_LOCAL = 64;

    private MailAddress() {}

    static Locator identify(String text) {
        String plain =
                DOT.matcher(AT.matcher(withoutScheme(text)).replaceAll("@")).replaceAll(".");
        int at = plain.lastIndexOf('@');
        if (at < 0) {
            throw refusal("This is not an e-mail address: the sign @ is missing.");
        }
        String local = Plain.normalised(plain.substring(0, at).toLowerCase(Locale.ROOT));
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            throw refusal("The part of the e-mail address before the @ cannot be read.");
        }
        String host = host(plain.substring(at + 1))
                .orElseThrow(() -> refusal("The part of the e-mail address after the @ is not complete."));
        String mailbox = local + "@" + host;
        return new Locator(
                LocatorKind.EMAIL,
                LocatorKind.EMAIL.wireName() + ":" + mailbox,
                Optional.of(host),
                mailbox,
                Relatives.ofSpelling(LocatorKind.EMAIL, TAG.matcher(local).replaceFirst("") + "@" + host));
    }

    private static String withoutScheme(String text) {
        String prefix = LocatorKind.EMAIL.wireName() + ":";
        Matcher mailto = MAILTO.matcher(text);
        return mailto.matches() ? PercentEncoding.decode(mailto.group(1)) : Plain.withoutPrefix(text, prefix);
    }

    private static Optional<String> host(String text) {
        return DomainToAscii.convert(Plain.trimmed(text))
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .filter(host -> !host.endsWith(".") && WebLocator.isHostName(host) && !Ipv4Text.endsInNumber(host));
    }

    private static RuntimeException refusal(String message) {
        return Locators.refusal(message, ALLOWED);
    }
}
