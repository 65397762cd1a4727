// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.reportintake.contact.Consent;

/** A report in which everything is in order. Not for storing: the texts are clear. */
record CheckedReport(
        List<CheckedAddress> addresses,
        Optional<String> note,
        Optional<String> referrer,
        Optional<String> contact,
        Consent consent,
        String language,
        Channel channel,
        Circumstances circumstances) {

    /**
     * @param given as reported, letter for letter
     * @param exact the same in full standard form, for people, tracing and notices
     * @param identity equal for all spellings of one address
     */
    record CheckedAddress(LocatorKind kind, String given, String exact, String identity) {

        @Override
        public String toString() {
            return "CheckedAddress[…]";
        }
    }

    @Override
    public String toString() {
        return "CheckedReport[" + addresses.size() + " addresses]";
    }
}
