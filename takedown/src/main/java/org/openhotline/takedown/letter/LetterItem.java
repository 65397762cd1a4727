// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.HostDetails;

/**
 * One address that a letter is about.
 *
 * @param reportId UUID version 4 of its machine-readable report
 * @param address exact, in clear
 * @param host where it was found at {@code lookedUpAt}
 * @param assessedAt when a person saw it and it was confirmed as illegal
 * @param logEntry id of the entry of that decision in the audit log
 */
public record LetterItem(
        UUID reportId,
        String address,
        HostDetails host,
        Optional<Long> asn,
        Optional<String> country,
        Instant lookedUpAt,
        Instant assessedAt,
        UUID logEntry,
        Classification classification,
        boolean policeInformed) {

    /** The address that machines know the source by: its first network address, or its name. */
    public String source() {
        return host.addresses().isEmpty() ? host.host() : host.addresses().getFirst();
    }

    @Override
    public String toString() {
        return "LetterItem[" + reportId + ", not shown]";
    }
}
