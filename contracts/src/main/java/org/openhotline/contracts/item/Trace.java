// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

import java.time.Instant;
import java.util.Optional;
import org.openhotline.contracts.sealing.Sealed;

/**
 * Who hosts an item, at a moment. The country is where the network is registered, for statistics; everything that could
 * identify the address is inside {@code details}, a sealed {@link HostDetails} as JSON, bound to
 * {@code SealedField.trace(itemId)}.
 *
 * @param country ISO 3166-1 alpha-2
 * @param asn autonomous system number, 1 to 2^32-1
 */
public record Trace(
        Instant at,
        TraceOutcome outcome,
        Optional<String> country,
        Optional<Long> asn,
        boolean contactKnown,
        Optional<Sealed> details) {

    /** That there is nothing to look up. */
    public static Trace notTraceable(Instant at) {
        return new Trace(at, TraceOutcome.NOT_TRACEABLE, Optional.empty(), Optional.empty(), false, Optional.empty());
    }
}
