// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where mail server, name server and registry would stand, and notes who calls; nobody is answered. */
public final class Silence implements AutoCloseable {
    private final List<AutoCloseable> sockets = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private Silence() {}

    public static Silence inPlaceOf(int mail, int names, int registry) {
        Silence silence = new Silence();
        try {
            silence.accept("mail", mail);
            silence.accept("registry", registry);
            silence.receive("names", names);
        } catch (IOException e) {
            silence.close();
            throw new UncheckedIOException(e);
        }
        return silence;
    }

    /** Who called so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        for (AutoCloseable socket : sockets) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void accept(String what, int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        listen(what, () -> socket.accept().close());
    }

    private void receive(String what, int port) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        listen(what, () -> socket.receive(new DatagramPacket(new byte[512], 512)));
        accept(what, port);
    }

    private void listen(String what, Call call) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    call.run();
                    calls.add(what);
                }
            } catch (IOException closed) {
                // nobody listens any more
            }
        });
    }

    private interface Call {
        void run() throws IOException;
    }
}
