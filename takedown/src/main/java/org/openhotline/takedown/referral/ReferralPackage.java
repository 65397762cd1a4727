// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;

/**
 * All that the police desk gets about one item. Lives in memory only, since it holds the address in clear; never any
 * content.
 *
 * @param format name and version of this shape
 */
public record ReferralPackage(
        String format,
        Desk referral,
        Item item,
        Decision assessment,
        List<LegalProvision> law,
        Host host,
        Sender from) {
    private static final String FORMAT = "openhotline-referral/1";

    public record Desk(UUID id, String number, Instant sentAt) {}

    /** @param address exactly as reported */
    public record Item(UUID id, LocatorKind kind, String address) {}

    /** @param logEntry id of its entry in the audit log, which gives a receipt for it */
    public record Decision(UUID id, UUID logEntry, Instant confirmedAt, Classification classification) {}

    /** @param tracedAt when the rest was so */
    public record Host(
            Instant tracedAt,
            TraceOutcome outcome,
            Optional<String> country,
            Optional<Long> asn,
            Optional<HostDetails> details) {}

    public record Sender(String hotline, String country, String mail) {}

    public static ReferralPackage of(
            Referral referral,
            String address,
            Optional<HostDetails> details,
            List<LegalProvision> law,
            CountryProfile country) {
        Trace trace = referral.confirmed().trace();
        return new ReferralPackage(
                FORMAT,
                new Desk(referral.referralId(), referral.number(), referral.sentAt()),
                new Item(referral.itemId(), referral.confirmed().kind(), address),
                new Decision(
                        referral.confirmed().assessmentId(),
                        referral.confirmed().logEntry(),
                        referral.confirmed().at(),
                        referral.confirmed().classification()),
                law,
                new Host(trace.at(), trace.outcome(), trace.country(), trace.asn(), details),
                new Sender(
                        country.hotline().name(),
                        country.country(),
                        country.hotline().noticeMail()));
    }

    @Override
    public String toString() {
        return "ReferralPackage[" + referral.number() + ", not shown]";
    }
}
