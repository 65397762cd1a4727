// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Autonomous system numbers as registries write them: {@code 64500}, {@code "64500"}, {@code "AS64500"}. */
final class Asn {
    private static final long MAX = 0xffff_ffffL;

    private Asn() {}

    static Optional<Long> of(JsonNode node) {
        String text = node.isIntegralNumber() || node.isString() ? node.asString() : "";
        String digits = text.strip().replaceFirst("^(?i)AS", "");
        if (!digits.matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return number >= 1 && number <= MAX ? Optional.of(number) : Optional.empty();
    }

    /** @param field of the objects in the array; empty where the array holds the numbers themselves */
    static List<Long> allIn(JsonNode array, String field) {
        List<Long> numbers = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(n -> of(field.isEmpty() ? n : n.path(field)).ifPresent(numbers::add));
        }
        return numbers;
    }
}
