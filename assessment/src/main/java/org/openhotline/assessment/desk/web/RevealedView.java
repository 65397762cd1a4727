// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhotline.assessment.reveal.Revealed;
import org.openhotline.chassis.web.Defanged;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.locating.url.SafeHost;

/** What was revealed, in the only form in which it is shown: nothing in it is a link or becomes one when pasted. */
record RevealedView(
        String address,
        String host,
        List<String> addresses,
        String provider,
        String abuseContact,
        List<String> sources,
        List<Note> notes) {
    /** @param referrer empty where the reporter did not say */
    record Note(String text, String referrer) {}

    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(h)tt(ps?)(:/+)");

    static RevealedView of(Revealed revealed) {
        Optional<HostDetails> host = revealed.host();
        return new RevealedView(
                Defanged.text(revealed.address()),
                host.map(HostDetails::host).map(RevealedView::safely).orElse(""),
                host.map(HostDetails::addresses).orElse(List.of()).stream()
                        .map(Defanged::text)
                        .toList(),
                host.flatMap(HostDetails::provider).orElse(""),
                host.flatMap(HostDetails::abuseContact).map(Defanged::text).orElse(""),
                host.map(HostDetails::sources).orElse(List.of()).stream()
                        .map(RevealedView::unlinked)
                        .toList(),
                revealed.words().stream()
                        .map(word -> new Note(
                                word.note().map(RevealedView::unlinked).orElse(""),
                                word.referrer().map(RevealedView::unlinked).orElse("")))
                        .toList());
    }

    /** Punycode always, its letters beside it where they cannot mislead. */
    private static String safely(String host) {
        return Defanged.text(SafeHost.of(host).text());
    }

    /** Prose that may hold addresses stays readable. */
    private static String unlinked(String prose) {
        return SCHEME.matcher(prose).replaceAll("$1xx$2$3");
    }

    public boolean hasHost() {
        return !host.isEmpty();
    }
}
