// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.takedown.referral.Referral;
import org.openhotline.takedown.referral.ReferralState;
import org.openhotline.takedown.removal.Hold;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.RemovalLifecycle;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.removal.RemovalStep;
import org.openhotline.takedown.web.Words;

/**
 * One referral as the liaison officer sees it.
 *
 * @param notice what becomes of the notice to the host, in words
 * @param when the same in a few words
 * @param hurry whether the notice will go out soon unless the desk asks to wait
 */
public record ReferralView(
        UUID referralId,
        String number,
        boolean waiting,
        String waited,
        String category,
        String country,
        String network,
        String confirmed,
        String clock,
        UUID logEntry,
        String mark,
        String state,
        String notice,
        String when,
        boolean hurry,
        boolean mayHold,
        boolean mayRelease,
        Optional<OpenPackage> openPackage) {
    private static final long HURRY_HOURS = 4;

    /** @param address defanged */
    public record OpenPackage(
            String address, String host, String networkAddresses, String provider, String contact, String traced) {

        static OpenPackage of(String defanged, String defangedHost, Optional<HostDetails> details, Instant tracedAt) {
            return new OpenPackage(
                    defanged,
                    defangedHost,
                    details.map(d -> String.join(", ", d.addresses()))
                            .filter(text -> !text.isEmpty())
                            .orElse("not known"),
                    details.flatMap(HostDetails::provider).orElse("not known"),
                    details.flatMap(HostDetails::abuseContact).orElse("not known"),
                    Words.time(tracedAt));
        }
    }

    static ReferralView of(Referral referral, Removal removal, Optional<OpenPackage> open, Instant now) {
        return new ReferralView(
                referral.referralId(),
                referral.number(),
                referral.state() == ReferralState.ON_DESK,
                referral.acknowledgedAt()
                        .map(at -> "taken over " + Words.time(at))
                        .orElseGet(() -> "for " + Words.since(referral.sentAt(), now)),
                referral.confirmed().classification().category(),
                referral.confirmed().trace().country().orElse("not known"),
                referral.confirmed().trace().asn().map(asn -> "AS" + asn).orElse("not known"),
                Words.time(referral.confirmed().at()),
                Words.since(referral.confirmed().at(), now),
                referral.confirmed().logEntry(),
                mark(removal.state()),
                state(removal.state()),
                notice(removal, now),
                when(removal, now),
                hurry(removal, now),
                RemovalLifecycle.TABLE.allows(removal.state(), RemovalStep.PLACE_HOLD),
                RemovalLifecycle.TABLE.allows(removal.state(), RemovalStep.RELEASE_HOLD),
                open);
    }

    private static boolean hurry(Removal removal, Instant now) {
        return removal.state() == RemovalState.ON_HOLD
                && removal.hold()
                        .filter(Hold::silenceReleases)
                        .filter(hold -> hold.until().isBefore(now.plusSeconds(HURRY_HOURS * 3600)))
                        .isPresent();
    }

    private static String mark(RemovalState state) {
        return switch (state) {
            case ON_HOLD, OPENED -> "waiting";
            case NOTICE_DECIDED, NOTIFIED, NO_CONTACT, UNDELIVERED, ANSWERED, CHECKING -> "active";
            case REMOVED, WITH_POLICE -> "good";
        };
    }

    private static String state(RemovalState state) {
        return switch (state) {
            case ON_HOLD, OPENED -> "notice on hold";
            case NOTICE_DECIDED -> "notice going out";
            case NOTIFIED, ANSWERED -> "host notified";
            case NO_CONTACT, UNDELIVERED -> "host not reached";
            case REMOVED -> "removed";
            case CHECKING -> "being checked";
            case WITH_POLICE -> "nobody to notify";
        };
    }

    private static String notice(Removal removal, Instant now) {
        return switch (removal.state()) {
            case ON_HOLD, OPENED ->
                removal.hold().map(hold -> holdWords(hold, now)).orElse("");
            case NOTICE_DECIDED -> "The notice to the host is on its way.";
            case NOTIFIED, ANSWERED -> "The host has been notified.";
            case NO_CONTACT, UNDELIVERED -> "The host has not been notified; no working contact is known.";
            case REMOVED -> "The content is gone.";
            case CHECKING -> "It was removed; the takedown desk finds out whether it is still gone.";
            case WITH_POLICE -> "It is intelligence: no page, nothing found illegal, and nobody to notify.";
        };
    }

    private static String when(Removal removal, Instant now) {
        return removal.hold()
                .filter(hold -> removal.state() == RemovalState.ON_HOLD)
                .map(hold ->
                        hold.silenceReleases() ? "goes out " + Words.until(hold.until(), now) : "waits for your word")
                .orElse("for " + Words.since(removal.since(), now));
    }

    private static String holdWords(Hold hold, Instant now) {
        String reason = Words.of(hold.reason());
        return hold.silenceReleases()
                ? "The notice waits (%s) and goes out by itself %s, at %s."
                        .formatted(reason, Words.until(hold.until(), now), Words.time(hold.until()))
                : "The notice waits for your word (%s); it was asked to wait until %s."
                        .formatted(reason, Words.time(hold.until()));
    }
}
