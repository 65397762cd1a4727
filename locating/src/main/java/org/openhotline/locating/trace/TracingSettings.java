// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How look-ups are made.
 *
 * @param dnsServer {@code host:port} of the resolver to ask; without it the system's
 * @param rdapBootstrap folder or base URL that holds {@code ipv4.json}, {@code ipv6.json} and {@code asn.json} in IANA's
 *     form (RFC 9224); without it IANA's own
 * @param allowedNetworks networks in CIDR form that may be looked up and contacted although they are not public, for a
 *     demo or a test
 * @param timeout for one look-up: one DNS name, or one RDAP answer with its redirects
 */
public record TracingSettings(
        Optional<String> dnsServer, Optional<String> rdapBootstrap, List<String> allowedNetworks, Duration timeout) {
    public TracingSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }

    /** Public networks, the system's resolver and IANA's bootstrap. */
    public static TracingSettings standard() {
        return new TracingSettings(Optional.empty(), Optional.empty(), List.of(), Duration.ofSeconds(5));
    }
}
