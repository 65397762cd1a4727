// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A network in CIDR form, by its first and last address. */
record Range(InetAddress first, InetAddress last) {
    static Range of(String cidr) {
        var parts = cidr.split("/", -1);
        var first = InetAddress.ofLiteral(parts[0]);
        int free = first.getAddress().length * 8 - Integer.parseInt(parts[1]);
        var last = number(first).add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
        return new Range(first, address(last, first.getAddress().length));
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && number(first).compareTo(number(address)) <= 0
                && number(address).compareTo(number(last)) <= 0;
    }

    boolean isIpv6() {
        return first.getAddress().length == 16;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static InetAddress address(BigInteger number, int length) {
        var bytes = new byte[length];
        var digits = number.toByteArray();
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + length + " bytes", e);
        }
    }
}
