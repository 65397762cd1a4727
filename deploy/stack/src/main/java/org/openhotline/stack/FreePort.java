// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address, the only one the local stack listens on. */
public final class FreePort {
    private FreePort() {}

    /** The wanted port itself, or a free one where 0 is wanted. */
    public static int orAny(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }
}
