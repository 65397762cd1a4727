// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void a_taken_port_is_named_with_its_part_and_the_option_that_helps() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = Options.parse(ROOT, "--free-ports", "--port", "mailbox=" + other.getLocalPort());
            assertThatThrownBy(() -> Ports.choose(options))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("mailbox")
                    .hasMessageContaining("--port mailbox=NUMBER");
        }
    }

    @Test
    void two_parts_cannot_want_the_same_port() throws Exception {
        int free;
        try (var probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        var options = Options.parse(ROOT, "--free-ports", "--port", "dns=" + free, "--port", "rdap=" + free);
        assertThatThrownBy(() -> Ports.choose(options)).hasMessageContaining("both dns and rdap");
    }

    @Test
    void free_ports_are_all_different() {
        var chosen = Ports.choose(Options.parse(ROOT, "--free-ports"));
        assertThat(chosen).hasSize(Part.all().size());
        assertThat(chosen.values()).doesNotHaveDuplicates().allMatch(port -> port > 0);
    }
}
