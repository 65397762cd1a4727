// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.openhotline.stack.FreePort;

/** Finds out before anything starts whether every part can have its port. */
final class Ports {
    private Ports() {}

    /**
     * The ports to use, with a free one in place of each 0.
     *
     * @throws Refusal naming port, part and option, where one is taken or given twice
     */
    static Map<Part, Integer> choose(Options options) {
        var chosen = new EnumMap<Part, Integer>(Part.class);
        var holders = new TreeMap<Integer, Part>();
        var held = new EnumMap<Part, ServerSocket>(Part.class);
        try {
            for (var part : Part.all()) {
                var socket = bind(part, options.port(part), holders);
                held.put(part, socket);
                chosen.put(part, socket.getLocalPort());
                holders.put(socket.getLocalPort(), part);
            }
        } finally {
            held.values().forEach(Ports::close);
        }
        return chosen;
    }

    private static ServerSocket bind(Part part, int port, Map<Integer, Part> holders) {
        var other = holders.get(port);
        if (other != null) {
            throw new Refusal("Port %d is wanted by both %s and %s. Give one of them another: --port %s=NUMBER"
                    .formatted(port, other.id(), part.id(), part.id()));
        }
        try {
            return FreePort.hold(port);
        } catch (IOException e) {
            throw new Refusal(
                    "Port %d, wanted by %s (%s), is taken by another program. Stop that, or give another port: --port %s=NUMBER"
                            .formatted(port, part.id(), part.what(), part.id()));
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a port that cannot be given back", e);
        }
    }
}
