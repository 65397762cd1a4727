// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.openhotline.locating.url.WebAddress;

/**
 * Fetches a small document over HTTP from servers that we do not trust. A host name is resolved once and its addresses are
 * checked; the connection goes to just the checked address, so an answer that changes meanwhile changes nothing. Why not
 * {@code java.net.http}: docs/decisions/0011.
 */
public final class GuardedHttp {
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_ADDRESSES = 2;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final EgressGuard guard;
    private final HostLookup lookup;
    private final SSLSocketFactory tls;

    public GuardedHttp(EgressGuard guard, HostLookup lookup) {
        this(guard, lookup, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    GuardedHttp(EgressGuard guard, HostLookup lookup, SSLSocketFactory tls) {
        this.guard = guard;
        this.lookup = lookup;
        this.tls = tls;
    }

    /**
     * Fetches one document, following redirects.
     *
     * @param maxBytes of the body
     * @param timeout for all of it: names, connections, redirects and reading
     * @return the body; empty where the server says that there is nothing (404)
     */
    public Optional<byte[]> get(WebAddress address, String accept, int maxBytes, Duration timeout) throws LookupFailed {
        Deadline deadline = Deadline.in(timeout);
        WebAddress current = address;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpAnswer answer = exchange(current, accept, maxBytes, deadline);
            if (!REDIRECTS.contains(answer.status())) {
                return body(answer);
            }
            current = next(current, answer);
        }
        throw new LookupFailed("too many redirects");
    }

    private static Optional<byte[]> body(HttpAnswer answer) throws LookupFailed {
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            case 429 -> throw new LookupFailed("the server asks us to slow down (429)");
            default -> throw new LookupFailed("the server answered with status " + answer.status());
        };
    }

    private static WebAddress next(WebAddress from, HttpAnswer answer) throws LookupFailed {
        WebAddress to = answer.header("location")
                .flatMap(location -> resolved(from, location))
                .orElseThrow(() -> new LookupFailed("a redirect leads to no web address"));
        if (from.scheme().equals("https") && to.scheme().equals("http")) {
            throw new LookupFailed("a redirect leads from https to http");
        }
        return to;
    }

    private static Optional<WebAddress> resolved(WebAddress from, String location) {
        if (location.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return WebAddress.parse(location);
        }
        try {
            return WebAddress.parse(URI.create(from.href()).resolve(location).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private HttpAnswer exchange(WebAddress address, String accept, int maxBytes, Deadline deadline)
            throws LookupFailed {
        LookupFailed failure = new LookupFailed("the server has no address");
        for (InetAddress target : checkedAddresses(address)) {
            try {
                return exchange(address, target, accept, maxBytes, deadline);
            } catch (SocketTimeoutException e) {
                failure = new LookupFailed("no answer in time");
            } catch (IOException e) {
                failure = new LookupFailed(deadline.isOver() ? "no answer in time" : "the connection failed");
            }
        }
        throw failure;
    }

    /** All of a name's addresses must be good: a mixed answer is how a rebinding attack begins. */
    private List<InetAddress> checkedAddresses(WebAddress address) throws LookupFailed {
        List<InetAddress> addresses = address.host().literal().isPresent()
                ? List.of(address.host().literal().get())
                : lookup.addressesOf(address.host().text());
        for (InetAddress candidate : addresses) {
            if (!guard.allows(candidate, port(address))) {
                throw new LookupFailed("the server's address may not be contacted");
            }
        }
        return addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size()));
    }

    private HttpAnswer exchange(WebAddress address, InetAddress target, String accept, int maxBytes, Deadline deadline)
            throws IOException, LookupFailed {
        try (Socket plain = new Socket()) {
            Thread watch = closeAt(deadline, plain);
            try {
                plain.connect(new InetSocketAddress(target, port(address)), millis(deadline));
                Socket socket = address.scheme().equals("https") ? secured(plain, address) : plain;
                socket.getOutputStream().write(request(address, accept).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return new HttpAnswerReader(new BufferedInputStream(socket.getInputStream()), maxBytes).read();
            } finally {
                watch.interrupt();
            }
        }
    }

    /** A time limit per read would let a server that drips single bytes hold us for ever. */
    private static Thread closeAt(Deadline deadline, Socket socket) {
        return Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(deadline.left());
                socket.close();
            } catch (InterruptedException | IOException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static int millis(Deadline deadline) {
        return (int) Math.max(1, deadline.left().toMillis());
    }

    private Socket secured(Socket plain, WebAddress address) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(plain, address.host().bare(), port(address), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** All parts are percent-encoded, so none can hold a line break. */
    private static String request(WebAddress address, String accept) {
        return "GET " + address.path() + address.query().map(q -> "?" + q).orElse("") + " HTTP/1.1\r\n"
                + "Host: " + address.host().text()
                + (address.port().isPresent() ? ":" + address.port().getAsInt() : "") + "\r\n"
                + "User-Agent: OpenHotline\r\n"
                + "Accept: " + accept + "\r\n"
                + "Accept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
    }

    private static int port(WebAddress address) {
        return address.port().orElse(address.scheme().equals("https") ? 443 : 80);
    }
}
