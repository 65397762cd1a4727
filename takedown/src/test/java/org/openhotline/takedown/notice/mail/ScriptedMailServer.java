// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as told; an answer of "hang up" closes the connection without a word. */
final class ScriptedMailServer implements AutoCloseable {
    static final String HANG_UP = "hang up";

    private final Map<String, String> answers;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;

    /** @param answers by step: greeting, mail, rcpt, data, message; all others are friendly */
    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Messages that ended with their final dot, whatever was answered to them. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            boolean open = say(client, answers.getOrDefault("greeting", "220 mx.example.org"));
            while (open) {
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                String verb = line.split("[ :]", 2)[0].toLowerCase(Locale.ROOT);
                open = say(client, answers.getOrDefault(verb, "data".equals(verb) ? "354 go on" : "250 ok"));
                if ("data".equals(verb) && answers.getOrDefault(verb, "354").startsWith("354")) {
                    open = open && takeMessage(client, lines);
                }
                open = open && !"quit".equals(verb);
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean takeMessage(Socket client, BufferedReader lines) throws IOException {
        StringBuilder message = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            message.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            return false;
        }
        accepted.add(message.toString());
        return say(client, answers.getOrDefault("message", "250 taken"));
    }

    private static boolean say(Socket client, String answer) throws IOException {
        if (answer.equals(HANG_UP)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
