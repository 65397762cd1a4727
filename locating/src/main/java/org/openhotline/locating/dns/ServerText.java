// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name server in a setting: {@code 192.0.2.53}, {@code 192.0.2.53:53} or {@code [2001:db8::53]:53}. */
final class ServerText {
    private static final Pattern SERVER = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+))(?::([0-9]{1,5}))?");
    private static final int DNS_PORT = 53;

    private ServerText() {}

    static InetSocketAddress parse(String text) {
        Matcher matcher = SERVER.matcher(text.strip());
        if (!matcher.matches()) {
            throw mistake();
        }
        String address = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? DNS_PORT : Integer.parseInt(matcher.group(3));
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(String.valueOf(address)), port);
        } catch (IllegalArgumentException e) {
            throw mistake();
        }
    }

    private static IllegalArgumentException mistake() {
        return new IllegalArgumentException(
                "a name server is an IP address and a port, such as 127.0.0.1:53 or [2001:db8::53]:53");
    }
}
