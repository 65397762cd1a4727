// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.TraceOutcome;

/**
 * What a trace found.
 *
 * @param country ISO 3166-1 alpha-2, where the network is registered
 * @param asn autonomous system number that announces the network
 * @param details identifies the address: seal before it is stored or sent
 */
public record TracedHost(
        TraceOutcome outcome, Optional<String> country, Optional<Long> asn, Optional<HostDetails> details) {

    /** Whether there is somebody to write to. */
    public boolean contactKnown() {
        return details.flatMap(HostDetails::abuseContact).isPresent();
    }

    @Override
    public String toString() {
        return "TracedHost[" + outcome + ", not shown]";
    }
}
