// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.net.InetAddress;
import java.util.Optional;

/** A range of IP addresses with a common prefix, in CIDR form. */
public final class Network {
    private final byte[] address;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /**
     * Reads a network; never asks the DNS.
     *
     * @param cidr such as {@code 192.0.2.0/24} or {@code 2001:db8::/32}; without a slash one address
     */
    public static Optional<Network> parse(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            byte[] address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash))
                    .getAddress();
            int prefix = slash < 0 ? 8 * address.length : Integer.parseUnsignedInt(cidr.substring(slash + 1));
            return prefix >= 0 && prefix <= 8 * address.length
                    ? Optional.of(new Network(address, prefix))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Network of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException("not a network in CIDR form"));
    }

    /** An IP address in text; never asks the DNS. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In bits: the longer, the closer the match. */
    public int prefix() {
        return prefix;
    }

    public boolean contains(InetAddress candidate) {
        byte[] other = candidate.getAddress();
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xff : (0xff << (8 - (prefix - bit))) & 0xff;
            if (((other[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
