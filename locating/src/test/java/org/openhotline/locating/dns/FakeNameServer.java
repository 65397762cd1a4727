// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A small name server on UDP, taught line by line in zone file form; unknown names do not exist. */
public final class FakeNameServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> rcodes = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toLose = new AtomicInteger();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private volatile boolean chasing = true;

    public FakeNameServer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** @param line such as {@code www.example. 60 IN A 192.0.2.1} */
    public FakeNameServer knowing(String... lines) {
        for (String line : lines) {
            try (Master master = new Master(new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)))) {
                records.add(master.nextRecord());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    FakeNameServer answering(String name, int rcode) {
        rcodes.put(name, rcode);
        return this;
    }

    /** @param question such as {@code www.example./AAAA} */
    FakeNameServer silentAbout(String question) {
        silent.add(question);
        return this;
    }

    FakeNameServer losingTheFirst(int packets) {
        toLose.set(packets);
        return this;
    }

    /** As a server that is not recursive: an alias is told, what it points at is not. */
    FakeNameServer notChasing() {
        chasing = false;
        return this;
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public List<String> questions() {
        return questions;
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                String question = query.getQuestion().getName() + "/"
                        + Type.string(query.getQuestion().getType());
                questions.add(question);
                if (toLose.getAndDecrement() > 0 || silent.contains(question)) {
                    continue;
                }
                byte[] answer = answer(query).toWire(4096);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // closed at the end of the test
            }
        }
    }

    private Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        Name name = query.getQuestion().getName();
        Integer rcode = rcodes.get(name.toString());
        if (rcode != null) {
            answer.getHeader().setRcode(rcode);
            return answer;
        }
        addAnswers(answer, name, query.getQuestion().getType(), 0);
        return answer;
    }

    private void addAnswers(Message answer, Name name, int type, int depth) {
        Collection<Record> own =
                records.stream().filter(r -> r.getName().equals(name)).toList();
        if (own.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        for (Record known : own) {
            if (known.getType() == type) {
                answer.addRecord(known, Section.ANSWER);
            } else if (known instanceof CNAMERecord alias) {
                answer.addRecord(known, Section.ANSWER);
                if (chasing && depth < 20) {
                    addAnswers(answer, alias.getTarget(), type, depth + 1);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
