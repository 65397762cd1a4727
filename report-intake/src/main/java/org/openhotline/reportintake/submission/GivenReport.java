// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.reportintake.contact.Consent;

/**
 * What somebody sent, as it came in and before anything is checked.
 *
 * @param note what was seen, in free words
 * @param referrer where on the page, or the page that led there, in free words
 * @param contact how to reach the reporter, in free words
 * @param consent what the contact may be used for
 * @param language BCP 47 tag; the country's first language where absent
 */
public record GivenReport(
        List<GivenAddress> addresses,
        Optional<String> note,
        Optional<String> referrer,
        Optional<String> contact,
        Consent consent,
        Optional<String> language,
        Channel channel,
        Circumstances circumstances) {
    public GivenReport {
        addresses = List.copyOf(addresses);
    }

    /**
     * One address as sent.
     *
     * @param kind name of a locator kind, where the sender wants to be sure that it is taken as that
     */
    public record GivenAddress(String text, Optional<String> kind) {

        /** Never the address, so that no log line can hold it. */
        @Override
        public String toString() {
            return "GivenAddress[…]";
        }
    }

    /** Never what was sent, so that no log line can hold it. */
    @Override
    public String toString() {
        return "GivenReport[" + addresses.size() + " addresses]";
    }
}
