// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
    private final EgressGuard guard = EgressGuard.publicOnly();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.0",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.1.2.3",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.0",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.8",
                "192.0.0.170",
                "192.0.0.192",
                "192.0.2.0",
                "192.0.2.255",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "3fff:fff::1",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff00::1",
                "ff02::1",
                "ff0e::1"
            })
    void what_is_not_public_is_not_contacted(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(guard.allows(InetAddress.ofLiteral(address), 443)).isFalse();
    }

    /** The edges of the ranges above; nothing is sent to them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2001:200::",
                "2001:db7:ffff::",
                "2001:db9::",
                "2003::",
                "2600::",
                "3ffe:ffff::",
                "3fff:1000::"
            })
    void what_is_public_may_be_contacted(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void public_addresses_are_contacted_on_web_ports_only() {
        InetAddress address = InetAddress.ofLiteral("128.0.0.0");
        assertThat(guard.allows(address, 443)).isTrue();
        assertThat(guard.allows(address, 80)).isTrue();
        assertThat(guard.allows(address, 25)).isFalse();
        assertThat(guard.allows(address, 27_117)).isFalse();
    }

    @Test
    void a_listed_network_is_open_on_every_port_and_nothing_beside_it() {
        EgressGuard demo = EgressGuard.allowing(List.of("192.0.2.0/25", " 127.0.0.1/32 ", "2001:db8::/33"));
        assertThat(demo.allows(InetAddress.ofLiteral("192.0.2.127"), 15_380)).isTrue();
        assertThat(demo.allows(InetAddress.ofLiteral("192.0.2.128"))).isFalse();
        assertThat(demo.allows(InetAddress.ofLiteral("127.0.0.1"), 15_380)).isTrue();
        assertThat(demo.allows(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(demo.allows(InetAddress.ofLiteral("2001:db8:7fff::1"))).isTrue();
        assertThat(demo.allows(InetAddress.ofLiteral("2001:db8:8000::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "example.org/8", "192.0.2.0/33", "192.0.2.0/-1", "2001:db8::/129", "192.0.2.0/x"
            })
    void a_network_that_cannot_be_read_is_a_mistake_at_once(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EgressGuard.allowing(List.of(network)))
                .withMessageContaining("192.0.2.0/24");
    }
}
