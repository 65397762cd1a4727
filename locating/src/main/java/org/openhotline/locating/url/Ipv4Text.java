// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** IPv4 numbers as browsers read them: octal, hexadecimal, fewer than four parts (URL Standard, section 3.5). */
final class Ipv4Text {
    private Ipv4Text() {}

    /** Whether the last label is a number, so that the host is an IPv4 address or invalid, and never a name. */
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        if (parts.getLast().isEmpty()) {
            return false;
        }
        String last = parts.getLast();
        boolean hexadecimal = last.startsWith("0x") || last.startsWith("0X");
        return Ascii.isDigits(last) || (hexadecimal && number(last).isPresent());
    }

    static Optional<byte[]> parse(String host) {
        List<String> parts = parts(host);
        if (parts.size() > 4) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : parts) {
            Optional<BigInteger> number = number(part);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return combine(numbers);
    }

    private static Optional<byte[]> combine(List<BigInteger> numbers) {
        BigInteger last = numbers.getLast();
        if (last.bitLength() > 8 * (5 - numbers.size())) {
            return Optional.empty();
        }
        long address = last.longValueExact();
        for (int i = 0; i < numbers.size() - 1; i++) {
            if (numbers.get(i).bitLength() > 8) {
                return Optional.empty();
            }
            address |= numbers.get(i).longValueExact() << (8 * (3 - i));
        }
        return Optional.of(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    /** The labels without the empty one after a final dot. */
    private static List<String> parts(String host) {
        List<String> parts = Arrays.asList(host.split("\\.", -1));
        return parts.size() > 1 && parts.getLast().isEmpty() ? parts.subList(0, parts.size() - 1) : parts;
    }

    private static Optional<BigInteger> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int radix = 10;
        String digits = text;
        if (text.startsWith("0x") || text.startsWith("0X")) {
            radix = 16;
            digits = text.substring(2);
        } else if (text.length() > 1 && text.charAt(0) == '0') {
            radix = 8;
            digits = text.substring(1);
        }
        if (digits.isEmpty()) {
            return Optional.of(BigInteger.ZERO);
        }
        for (int i = 0; i < digits.length(); i++) {
            int value = Ascii.hexValue(digits.charAt(i));
            if (value < 0 || value >= radix) {
                return Optional.empty();
            }
        }
        return value(digits, radix);
    }

    /** Long runs of digits are cut first: reading a number of thousands of digits is quadratic. */
    private static Optional<BigInteger> value(String digits, int radix) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return Optional.of(
                significant.length() > 12 ? BigInteger.ONE.shiftLeft(64) : new BigInteger(significant, radix));
    }
}
