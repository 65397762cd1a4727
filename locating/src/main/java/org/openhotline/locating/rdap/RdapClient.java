// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.openhotline.locating.egress.GuardedHttp;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.url.Ipv6Text;
import org.openhotline.locating.url.WebAddress;

/** Asks the responsible registry (RFC 9082). An answer is at most 256 kB and comes in time, or it is a failure. */
public final class RdapClient {
    private static final int MAX_ANSWER = 256 * 1024;
    private static final String ACCEPT = "application/rdap+json, application/json;q=0.8";

    private final BootstrapSource bootstrap;
    private final GuardedHttp http;
    private final Duration timeout;

    public RdapClient(BootstrapSource bootstrap, GuardedHttp http, Duration timeout) {
        this.bootstrap = bootstrap;
        this.http = http;
        this.timeout = timeout;
    }

    /** What is said about the network of an address; empty where the registry knows no such network. */
    public Optional<RegistryRecord> network(InetAddress address) throws LookupFailed {
        WebAddress base = bootstrap
                .get()
                .responsibleFor(address)
                .orElseThrow(() -> new LookupFailed("no registry is responsible for this network"));
        Optional<byte[]> answer = ask(base, "ip/" + text(address));
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(RegistryAnswer.network(answer.get(), address, base.href()));
    }

    /** What is said about an autonomous system; empty where the registry knows no such one. */
    public Optional<RegistryRecord> autonomousSystem(long asn) throws LookupFailed {
        WebAddress base = bootstrap
                .get()
                .responsibleFor(asn)
                .orElseThrow(() -> new LookupFailed("no registry is responsible for this autonomous system"));
        Optional<byte[]> answer = ask(base, "autnum/" + asn);
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(RegistryAnswer.autonomousSystem(answer.get(), asn, base.href()));
    }

    private Optional<byte[]> ask(WebAddress base, String path) throws LookupFailed {
        WebAddress address =
                WebAddress.parse(base.href() + path).orElseThrow(() -> new LookupFailed("no registry address"));
        return http.get(address, ACCEPT, MAX_ANSWER, timeout);
    }

    private static String text(InetAddress address) {
        return address instanceof Inet6Address ? Ipv6Text.write(address.getAddress()) : address.getHostAddress();
    }
}
