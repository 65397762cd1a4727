// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes for people to copy by hand. The alphabet leaves out 0, 1, I, L and O; its 31 characters are the numbers modulo
 * a prime, so that one check character finds every single wrong character and every two characters swapped, next to
 * each other or not, in a code of up to 30 characters: the sum of all values, the one at position {@code i} times
 * {@code 3^i} (3 is a primitive root modulo 31, so the weights differ), is 0.
 */
final class HandCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int SIZE = ALPHABET.length();
    private static final BigInteger BASE = BigInteger.valueOf(SIZE);
    private static final int WEIGHT = 3;
    private static final int LONGEST_INPUT = 100;
    private static final int GROUP = 4;

    private HandCode() {}

    /**
     * A code of {@code length} characters, the last one being the check character, in groups of four.
     *
     * @param random uniform and long enough: every character takes 5 bits, and 8 bytes more hide the remainder's bias
     */
    static String of(byte[] random, int length) {
        if (random.length * 8 < length * 5 + 64) {
            throw new IllegalArgumentException("too few random bytes for " + length + " characters");
        }
        StringBuilder code = new StringBuilder();
        BigInteger rest = new BigInteger(1, random);
        for (int i = 0; i < length - 1; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            code.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return grouped(code.append(check(code)));
    }

    /** The code in its one spelling, or empty where it cannot be one. Case, spaces and hyphens do not matter. */
    static Optional<String> read(String typed, int length) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        typed.toUpperCase(Locale.ROOT).codePoints().filter(c -> !isFiller(c)).forEach(c -> code.append(latin(c)));
        boolean valid =
                code.length() == length && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && sum(code) == 0;
        return valid ? Optional.of(grouped(code)) : Optional.empty();
    }

    /** Whatever a keyboard or a messenger puts between the characters: hyphens, spaces, direction marks. */
    private static boolean isFiller(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION, Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Digits of another script are the same digits. */
    private static char latin(int c) {
        return Character.isDigit(c)
                ? Character.forDigit(Character.digit(c, 10), 10)
                : Character.isBmpCodePoint(c) ? (char) c : '?';
    }

    private static char check(CharSequence payload) {
        int weight = weight(payload.length());
        int wanted = (SIZE - sum(payload)) % SIZE;
        for (int value = 0; value < SIZE; value++) {
            if (value * weight % SIZE == wanted) {
                return ALPHABET.charAt(value);
            }
        }
        throw new IllegalStateException("no inverse modulo a prime");
    }

    private static int sum(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight(i);
        }
        return sum % SIZE;
    }

    private static int weight(int position) {
        int weight = 1;
        for (int i = 0; i < position; i++) {
            weight = weight * WEIGHT % SIZE;
        }
        return weight;
    }

    private static String grouped(CharSequence code) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            grouped.append(i > 0 && i % GROUP == 0 ? "-" : "").append(code.charAt(i));
        }
        return grouped.toString();
    }
}
