// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The host of an address: a name in A-label form, or an address literal.
 *
 * @param text as the standard writes it; an IPv6 literal is in brackets
 * @param literal the IP address where the host is one, so that there is nothing to resolve
 */
public record WebHost(String text, Optional<InetAddress> literal) {

    /** The host parser of the URL Standard (section 3.5) for special schemes. */
    static Optional<WebHost> parse(String input) {
        if (input.startsWith("[")) {
            return input.endsWith("]")
                    ? Ipv6Text.parse(input.substring(1, input.length() - 1)).map(WebHost::ipv6)
                    : Optional.empty();
        }
        return DomainToAscii.convert(PercentEncoding.decode(input))
                .flatMap(name -> Ipv4Text.endsInNumber(name)
                        ? Ipv4Text.parse(name).map(WebHost::ipv4)
                        : Optional.of(new WebHost(name, Optional.empty())));
    }

    /** The host as it is asked about: without the brackets of an IPv6 literal. */
    public String bare() {
        return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    }

    private static WebHost ipv4(byte[] address) {
        InetAddress literal = address(address);
        return new WebHost(literal.getHostAddress(), Optional.of(literal));
    }

    private static WebHost ipv6(byte[] address) {
        return new WebHost("[" + Ipv6Text.write(address) + "]", Optional.of(address(address)));
    }

    /** Java turns an IPv4-mapped IPv6 address into the IPv4 one, which is what would be contacted. */
    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an IP address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return "WebHost[not shown]";
    }
}
