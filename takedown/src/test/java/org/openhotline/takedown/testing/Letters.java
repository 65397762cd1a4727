// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator;
import org.openhotline.locating.url.Locators;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterItem;

/** Letters as they are before a channel gives them a form. */
public final class Letters {
    public static final UUID LOG_ENTRY = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final Instant WRITTEN = Instant.parse("2026-11-24T02:00:00Z");

    private Letters() {}

    public static Letter about(String address) {
        return letter(address, List.of("192.0.2.7"), Optional.of("Example Hosting"), Optional.of(64500L));
    }

    public static Letter withoutNetwork(String address) {
        return letter(address, List.of(), Optional.empty(), Optional.empty());
    }

    public static Letter to(String recipient) {
        Letter letter = about("https://files.example.org/x/1?page=2");
        return new Letter(
                letter.noticeId(),
                letter.number(),
                recipient,
                letter.items(),
                letter.answerLink(),
                letter.answerUntil(),
                letter.writtenAt());
    }

    private static Letter letter(
            String address, List<String> addresses, Optional<String> provider, Optional<Long> asn) {
        Locator locator = Locators.identify(Optional.<LocatorKind>empty(), address);
        LetterItem item = new LetterItem(
                UUID.fromString("0f0e7c1e-6b1c-4f5e-9a44-5a8f7f2d9c11"),
                locator.exact(),
                new HostDetails(locator.host().orElseThrow(), addresses, provider, Optional.empty(), List.of()),
                asn,
                asn.map(number -> "XX"),
                WRITTEN,
                Examples.CONFIRMED_AT,
                LOG_ENTRY,
                new Classification("generic-national", 1, "baseline"),
                true);
        return new Letter(
                UUID.fromString("019ab000-0000-7000-8000-000000000001"),
                "N-4KQ7-X2MZ",
                Examples.CONTACT,
                List.of(item),
                "http://127.0.0.1:8080/takedown/answer/secret",
                WRITTEN.plusSeconds(14 * 86_400),
                WRITTEN);
    }
}
