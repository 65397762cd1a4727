// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.regex.Pattern;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/**
 * A telephone number in international form (ITU-T E.164: a plus sign and at most 15 digits, the first not 0). A number
 * without its country code is nobody's in particular and is refused.
 */
final class PhoneNumber {
    private static final String ALLOWED = "A number with its country code, such as +1 202 555 0100";
    private static final Pattern TEL = Pattern.compile("^tel:([^;]*).*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** The zero that some write for callers from inside the country. */
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}().\\[\\]/]");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private PhoneNumber() {}

    static Locator identify(String text) {
        String plain = TEL.matcher(Plain.withoutPrefix(text, LocatorKind.PHONE.wireName() + ":"))
                .replaceFirst("$1");
        String digits = SEPARATORS
                .matcher(TRUNK_ZERO.matcher(asciiDigits(plain)).replaceAll(""))
                .replaceAll("");
        String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (!number.startsWith("+")) {
            throw refusal("Please give the number with + and its country code at the beginning.");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw refusal("This is not a telephone number: after the + it has 7 to 15 digits and nothing else.");
        }
        return Locator.of(LocatorKind.PHONE, number, number, Relatives.NONE);
    }

    /** Digits of any script, and the wide plus sign of East Asian keyboards. */
    private static String asciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            out.appendCodePoint(digit >= 0 ? '0' + digit : c == '＋' ? '+' : c);
        });
        return out.toString();
    }

    private static RuntimeException refusal(String message) {
        return Locators.refusal(message, ALLOWED);
    }
}
