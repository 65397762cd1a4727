// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

/** Character classes of ASCII only; {@link Character} would also accept the digits and letters of other scripts. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlpha(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isAlpha(c);
    }

    /** 0 to 15, or -1. */
    static int hexValue(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
