// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public IP addresses from those of machines that a stranger must not reach through us: our own, our neighbours',
 * the cloud's metadata service. After IANA's special-purpose registries (RFC 6890); of IPv6 only global unicast
 * ({@code 2000::/3}) is public at all, which leaves out mapped, compatible, NAT64, unique local and link-local forms.
 */
public final class EgressGuard {
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // a cloud's metadata service behind a public number
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23", // Teredo, ORCHID, benchmarking and other protocol assignments
                    "2001:db8::/32",
                    "2002::/16", // 6to4 carries any IPv4 address inside
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private static final List<Integer> PUBLIC_PORTS = List.of(80, 443);

    private final List<Network> allowed;

    private EgressGuard(List<Network> allowed) {
        this.allowed = allowed;
    }

    public static EgressGuard publicOnly() {
        return new EgressGuard(List.of());
    }

    /**
     * Public addresses and some more.
     *
     * @param networks in CIDR form, reachable although they are not public
     */
    public static EgressGuard allowing(List<String> networks) {
        return new EgressGuard(networks.stream()
                .map(n -> Network.parse(n.strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "allowed networks must be in CIDR form, such as 192.0.2.0/24 or 2001:db8::/32")))
                .toList());
    }

    /** Whether the address may be looked up. */
    public boolean allows(InetAddress address) {
        return isListed(address) || isPublic(address);
    }

    /** Whether a connection may be made: public addresses only on the ports of the web. */
    public boolean allows(InetAddress address, int port) {
        return isListed(address) || (isPublic(address) && PUBLIC_PORTS.contains(port));
    }

    private boolean isListed(InetAddress address) {
        return allowed.stream().anyMatch(n -> n.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        boolean ipv6 = address.getAddress().length == 16;
        return (!ipv6 || GLOBAL_UNICAST.contains(address))
                && NOT_PUBLIC.stream().noneMatch(n -> n.contains(address));
    }
}
