// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.Locale;
import java.util.Optional;
import org.openhotline.locating.url.DomainToAscii;
import tools.jackson.databind.JsonNode;

/** Text from a registry made fit for a page, a record and a mail header: anybody can register a network and name it. */
final class CleanText {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_EMAIL = 254;
    private static final String LOCAL_PART =
            "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
    private static final String DOMAIN = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

    private CleanText() {}

    /** One line without control, format and bidirectional override characters, at most 200 long. */
    static Optional<String> line(JsonNode node) {
        if (!node.isString()) {
            return Optional.empty();
        }
        String clean = node.asString()
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}]", "")
                .strip();
        int length = clean.codePointCount(0, clean.length());
        String cut = length > MAX_LENGTH ? clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH)) : clean;
        return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
    }

    /** A mail address that can stand in a header as it is (dot-atom form, A-labels), or empty. */
    static Optional<String> email(JsonNode node) {
        if (!node.isString()) {
            return Optional.empty();
        }
        String text = node.asString().strip().replaceFirst("^(?i)mailto:", "").replaceFirst("\\?.*$", "");
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MAX_EMAIL || !text.substring(0, at).matches(LOCAL_PART)) {
            return Optional.empty();
        }
        return DomainToAscii.convert(text.substring(at + 1))
                .filter(domain -> domain.matches(DOMAIN))
                .map(domain -> text.substring(0, at) + "@" + domain)
                .filter(email -> email.length() <= MAX_EMAIL);
    }

    static Optional<String> country(JsonNode node) {
        return line(node).map(c -> c.toUpperCase(Locale.ROOT)).filter(c -> c.matches("[A-Z]{2}"));
    }
}
