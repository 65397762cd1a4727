// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;

/**
 * The words of a notice. They stand alone: a desk that drops every attachment can still act. Holds the elements of
 * article 16(2) of Regulation (EU) 2022/2065. Addresses are defanged, since mail gateways open what looks like a link.
 */
public final class LetterText {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final CountryProfile country;
    private final Law law;
    private final UnaryOperator<String> defang;

    public LetterText(CountryProfile country, Law law, UnaryOperator<String> defang) {
        this.country = country;
        this.law = law;
        this.defang = defang;
    }

    /** Number, subject and network address: what desks route by. Never a name or path of the item. */
    public String subject(Letter letter) {
        String network = letter.items().stream()
                .flatMap(item -> item.host().addresses().stream().limit(1))
                .findFirst()
                .map(address -> " - " + address)
                .orElse("");
        return "[%s] Illegal content notice (child sexual abuse material)%s".formatted(letter.number(), network);
    }

    public String body(Letter letter) {
        boolean one = letter.items().size() == 1;
        return """
                Reference: %s (please keep it in the subject of any reply)

                To the abuse desk

                We ask you to remove, or to disable access to, the content at the
                address%s below. A trained analyst of %s assessed it as
                child sexual abuse material.

                WHY IT IS ILLEGAL
                %s

                WHERE IT IS
                %s

                The address is written so that no program opens it. The exact address
                is in the attached file xarf.json.

                WHAT WE ASK OF YOU
                1. Remove the content or disable access to it, now.
                2. Keep the account and log data that your law lets you keep, for
                   law enforcement. %s
                3. Tell us what you did. This link works once, until %s,
                   and needs no account:

                   %s

                Do not open, copy or forward the material. No picture, video or file of
                it is attached to this message, and none will be sent.

                We believe in good faith that this notice is accurate and complete. A
                person took the decision; software found your address and sent this
                message. If you think that it is mistaken, say so through the link above
                or in a reply.

                %s
                https://%s/
                %s
                """.formatted(
                        letter.number(),
                        one ? "" : "es",
                        country.hotline().name(),
                        reasons(letter),
                        places(letter),
                        police(letter),
                        DAY.format(letter.answerUntil()),
                        letter.answerLink(),
                        country.hotline().name(),
                        country.hotline().domain(),
                        country.hotline().noticeMail());
    }

    private String reasons(Letter letter) {
        String provisions = letter.items().stream()
                .flatMap(item -> law.broken(item.classification()).stream())
                .distinct()
                .map(LegalProvision::text)
                .map(text -> "  - " + text)
                .collect(Collectors.joining("\n"));
        return "It is illegal in %s under:\n%s".formatted(country.name(), provisions);
    }

    private String places(Letter letter) {
        List<LetterItem> items = letter.items();
        return IntStream.range(0, items.size())
                .mapToObj(i -> place(i + 1, items.get(i)))
                .collect(Collectors.joining("\n\n"));
    }

    private String place(int position, LetterItem item) {
        String addresses = item.host().addresses().isEmpty()
                ? "not known"
                : String.join(", ", item.host().addresses());
        String network = network(item);
        return """
                %d. %s
                   Network address: %s%s
                   Looked up:       %s
                   Assessed:        %s
                   Log entry:       %s""".formatted(
                        position,
                        defang.apply(item.address()),
                        addresses,
                        network,
                        time(item.lookedUpAt()),
                        time(item.assessedAt()),
                        item.logEntry());
    }

    private static String network(LetterItem item) {
        List<String> known = Stream.concat(item.asn().map(asn -> "AS" + asn).stream(), item.host().provider().stream())
                .toList();
        return known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
    }

    private static String police(Letter letter) {
        return letter.items().stream().allMatch(LetterItem::policeInformed)
                ? "The police have been informed."
                : "The police have not been informed by us.";
    }

    static String time(Instant at) {
        return UTC.format(at);
    }
}
