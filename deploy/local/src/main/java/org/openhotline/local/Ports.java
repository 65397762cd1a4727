// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Finds out before anything starts whether every part can have its port. */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;
    private static final int TRIES = 1000;
    private static final RandomGenerator RANDOM = new SecureRandom();

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
            return port == 0 ? bindAny() : bind(port);
        } catch (IOException e) {
            throw new Refusal(
                    "Port %d, wanted by %s (%s), is taken by another program. Stop that, or give another port: --port %s=NUMBER"
                            .formatted(port, part.id(), part.what(), part.id()));
        }
    }

    /**
     * A free port below the range from which systems lend ports to outgoing connections (32768 on Linux, 49152
     * elsewhere): one from that range could be lent away between now and the moment when the part binds it.
     */
    private static ServerSocket bindAny() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                return bind(RANDOM.nextInt(LOWEST, BELOW));
            } catch (BindException taken) {
                // the next one, then
            }
        }
        throw new BindException("no free port between " + LOWEST + " and " + BELOW);
    }

    private static ServerSocket bind(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
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
