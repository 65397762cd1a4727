// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Ports of this machine's loopback address, the only one the local stack listens on. A free one lies below the range from
 * which systems lend ports to outgoing connections (32768 on Linux, 49152 elsewhere): one from that range could be lent
 * away between now and the moment when it is used.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;
    private static final int TRIES = 1000;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private FreePort() {}

    /** The wanted port itself, or a free one where 0 is wanted. */
    public static int orAny(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = hold(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    /**
     * Keeps the wanted port, or a free one where 0 is wanted, from everybody else until the socket is closed.
     *
     * @throws BindException where it is taken, or where none is free
     */
    public static ServerSocket hold(int wanted) throws IOException {
        return wanted == 0 ? any() : bind(wanted);
    }

    private static ServerSocket any() throws IOException {
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
}
