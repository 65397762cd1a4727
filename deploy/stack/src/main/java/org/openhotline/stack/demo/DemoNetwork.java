// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openhotline.stack.web.LoopbackHttp;

/** The demo's name server and registry, both on the loopback address. */
public final class DemoNetwork implements AutoCloseable {
    /** Still within the five seconds that a look-up may take. */
    private static final Duration SLOWNESS = Duration.ofSeconds(3);

    private final DemoNameServer names;
    private final LoopbackHttp registry;

    private DemoNetwork(DemoNameServer names, LoopbackHttp registry) {
        this.names = names;
        this.registry = registry;
    }

    /** A port of 0 takes any free one. */
    public static DemoNetwork start(int dnsPort, int rdapPort) {
        return start(dnsPort, rdapPort, SLOWNESS);
    }

    static DemoNetwork start(int dnsPort, int rdapPort, Duration slowness) {
        var data = DemoData.read();
        var pages = new DemoRegistry(data, slowness);
        var ownPort = new AtomicInteger(rdapPort);
        var registry = LoopbackHttp.start(rdapPort, path -> pages.page(path, ownPort.get()));
        ownPort.set(registry.port());
        try {
            return new DemoNetwork(DemoNameServer.start(data, dnsPort), registry);
        } catch (IOException e) {
            registry.close();
            throw new UncheckedIOException("the demo's name server cannot listen on 127.0.0.1:" + dnsPort, e);
        }
    }

    /** {@code host:port} of the name server. */
    public String dnsServer() {
        return "127.0.0.1:" + names.port();
    }

    /** Where {@code ipv4.json}, {@code ipv6.json} and {@code asn.json} lie. */
    public String rdapBootstrap() {
        return "http://127.0.0.1:" + registry.port() + "/bootstrap/";
    }

    /** The networks that must be allowed for look-ups here, since they are not public: the demo's and this machine. */
    public static List<String> networks() {
        return List.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "127.0.0.1/32");
    }

    @Override
    public void close() {
        names.close();
        registry.close();
    }
}
