// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.locating.trace.HostTracing;
import org.openhotline.locating.trace.TracedHost;
import org.openhotline.locating.url.Locator;
import org.openhotline.locating.url.Locators;
import org.openhotline.takedown.removal.Confirmed;

/**
 * Looks an item's host up once more, since hours or days may lie between assessment and notice. What is found now
 * counts: also that there is nobody to write to any more. Only a look-up that broke, or a name that does not resolve at
 * present, leaves the assessment's contact standing.
 */
public final class LocateAgain {
    private final HostTracing tracing;
    private final Opening opening;
    private final Sealing sealing;
    private final HostDetailsText text;
    private final InstantSource clock;

    public LocateAgain(
            HostTracing tracing, Opening opening, Sealing sealing, HostDetailsText text, InstantSource clock) {
        this.tracing = tracing;
        this.opening = opening;
        this.sealing = sealing;
        this.text = text;
        this.clock = clock;
    }

    public Located locate(UUID itemId, Confirmed confirmed) {
        Locator locator = locator(itemId, confirmed);
        TracedHost found = tracing.trace(locator.kind(), locator.exact());
        Optional<HostDetails> known = details(itemId, confirmed.trace());
        Optional<String> knownContact = known.flatMap(HostDetails::abuseContact);
        Optional<String> contact = switch (found.outcome()) {
            case TRACED, NO_CONTACT, NOT_TRACEABLE -> found.details().flatMap(HostDetails::abuseContact);
            case DNS_GONE, FAILED -> knownContact;
        };
        HostDetails host = found.details().or(() -> known).orElseGet(() -> bare(locator));
        return new Located(locator.exact(), host, contact, !same(contact, knownContact), record(itemId, found));
    }

    /** The item as the assessment knew it, with no look-up: for a preview. */
    public Located asAssessed(UUID itemId, Confirmed confirmed) {
        Locator locator = locator(itemId, confirmed);
        Optional<HostDetails> known = details(itemId, confirmed.trace());
        return new Located(
                locator.exact(),
                known.orElseGet(() -> bare(locator)),
                known.flatMap(HostDetails::abuseContact),
                false,
                confirmed.trace());
    }

    /** What a trace says about the host, in clear. */
    public Optional<HostDetails> details(UUID itemId, Trace trace) {
        return trace.details()
                .map(details -> opening.open(SealedField.trace(itemId), details))
                .map(text::read);
    }

    private Locator locator(UUID itemId, Confirmed confirmed) {
        String address = opening.open(SealedField.address(itemId), confirmed.address());
        return Locators.identify(Optional.of(confirmed.kind()), address);
    }

    private Trace record(UUID itemId, TracedHost found) {
        return new Trace(
                clock.instant(),
                found.outcome(),
                found.country(),
                found.asn(),
                found.contactKnown(),
                found.details().map(details -> sealing.seal(SealedField.trace(itemId), text.write(details))));
    }

    private static HostDetails bare(Locator locator) {
        return new HostDetails(locator.host().orElse(""), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.map(String::strip)
                .filter(a ->
                        other.map(String::strip).filter(a::equalsIgnoreCase).isPresent())
                .isPresent();
    }
}
