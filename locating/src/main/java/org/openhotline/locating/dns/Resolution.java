// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.dns;

import java.net.InetAddress;
import java.util.List;

/** What the DNS says about a host name. */
public sealed interface Resolution {

    /**
     * There are addresses.
     *
     * @param addresses A before AAAA, in the order of the answer
     * @param aliases the CNAME chain that led there, without the name asked for
     * @param complete false where one of the two address families could not be asked
     */
    record Found(List<InetAddress> addresses, List<String> aliases, boolean complete) implements Resolution {
        public Found {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
        }

        @Override
        public String toString() {
            return "Found[not shown]";
        }
    }

    /**
     * The name leads nowhere.
     *
     * @param nameExists false: the name itself is gone (NXDOMAIN); true: it is there but has no address
     */
    record Gone(boolean nameExists) implements Resolution {}

    /**
     * Nobody could tell.
     *
     * @param reason in our own words, never a name
     */
    record Failed(String reason) implements Resolution {}
}
