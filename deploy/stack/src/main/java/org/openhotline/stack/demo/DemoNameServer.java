// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Answers A and AAAA questions over UDP and TCP (RFC 1035, 7766); every other name does not exist. */
final class DemoNameServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoNameServer.class);
    private static final long TTL = 60;
    private static final int MAX_ALIASES = 8;
    private static final int TCP_PATIENCE_MS = 5000;

    private final DemoData data;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    private DemoNameServer(DemoData data, ServerSocket tcp, DatagramSocket udp) {
        this.data = data;
        this.tcp = tcp;
        this.udp = udp;
    }

    static DemoNameServer start(DemoData data, int port) throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        var tcp = new ServerSocket(port, 50, loopback);
        DatagramSocket udp;
        try {
            udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
        var server = new DemoNameServer(data, tcp, udp);
        Thread.ofPlatform().daemon().name("demo-dns-udp").start(server::serveUdp);
        Thread.ofPlatform().daemon().name("demo-dns-tcp").start(server::serveTcp);
        return server;
    }

    int port() {
        return udp.getLocalPort();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            LOG.debug("closing the name server", e);
        }
    }

    private void serveUdp() {
        var buffer = new byte[4096];
        while (!udp.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                var question = new byte[packet.getLength()];
                System.arraycopy(buffer, packet.getOffset(), question, 0, question.length);
                var answer = answer(question);
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                LOG.debug("a question that cannot be answered", e);
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                var client = tcp.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                LOG.debug("a connection that cannot be taken", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(TCP_PATIENCE_MS);
            var in = new DataInputStream(client.getInputStream());
            var out = new DataOutputStream(client.getOutputStream());
            while (true) {
                var question = in.readNBytes(in.readUnsignedShort());
                var answer = answer(question);
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("a connection that has ended", e);
        }
    }

    private byte[] answer(byte[] bytes) throws IOException {
        var question = new Message(bytes);
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.getHeader().setFlag(Flags.AA);
        var asked = question.getQuestion();
        if (asked == null) {
            answer.getHeader().setRcode(Rcode.FORMERR);
        } else {
            answer.addRecord(asked, Section.QUESTION);
            resolve(asked, answer);
        }
        return answer.toWire();
    }

    private void resolve(Record asked, Message answer) throws TextParseException {
        var name = asked.getName();
        var host = text(name);
        if (data.dnsDown().contains(host)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return;
        }
        for (int i = 0; i < MAX_ALIASES && data.aliases().containsKey(host); i++) {
            var target = Name.fromString(data.aliases().get(host) + ".");
            answer.addRecord(new CNAMERecord(name, DClass.IN, TTL, target), Section.ANSWER);
            name = target;
            host = text(target);
        }
        var addresses = data.addresses(host);
        if (addresses.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
            return;
        }
        for (var address : addresses.get()) {
            int type = address instanceof Inet4Address ? Type.A : Type.AAAA;
            if (type == asked.getType()) {
                answer.addRecord(
                        type == Type.A
                                ? new ARecord(name, DClass.IN, TTL, address)
                                : new AAAARecord(name, DClass.IN, TTL, address),
                        Section.ANSWER);
            }
        }
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
