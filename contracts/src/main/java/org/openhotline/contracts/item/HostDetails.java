// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

import java.util.List;
import java.util.Optional;

/**
 * What tracing found out about a host. Travels only sealed.
 *
 * @param host A-label host name, or the address literal
 * @param addresses the A and AAAA answers, textual
 * @param provider name of the network or its holder
 * @param abuseContact e-mail of the network's abuse desk
 * @param sources what was asked and what it said, one short line each, for the analyst and the record
 */
public record HostDetails(
        String host,
        List<String> addresses,
        Optional<String> provider,
        Optional<String> abuseContact,
        List<String> sources) {
    public HostDetails {
        addresses = List.copyOf(addresses);
        sources = List.copyOf(sources);
    }

    /** Never what it holds: it might end in a log line. */
    @Override
    public String toString() {
        return "HostDetails[…]";
    }
}
