// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection with whatever bytes a test wants, proper HTTP or not. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    interface Script {
        void play(OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(ServerSocket server, Script script) {
        this.server = server;
        Thread.ofVirtual().start(() -> serve(script));
    }

    static RawServer playing(Script script) {
        try {
            return new RawServer(new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1")), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer saying(String answer) {
        return playing(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void serve(Script script) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                readHead(socket);
                script.play(socket.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // the client went away or the test is over
            }
        }
    }

    private static void readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                return;
            }
            head.append((char) b);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
