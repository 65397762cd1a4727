// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The card of an RDAP entity: a jCard (RFC 7095) in {@code vcardArray}, or JSContact (RFC 9553) in {@code jscard}. Cards are
 * broken in every way there is; what is not as it should be is passed over, and the rest is read.
 */
final class ContactCard {
    private static final int NO_PREFERENCE = 101;

    private final List<JsonNode> properties;
    private final JsonNode jsContact;

    private ContactCard(List<JsonNode> properties, JsonNode jsContact) {
        this.properties = properties;
        this.jsContact = jsContact;
    }

    static ContactCard of(JsonNode entity) {
        List<JsonNode> properties = new ArrayList<>();
        for (JsonNode property : entity.path("vcardArray").path(1)) {
            if (property.isArray() && property.size() >= 4 && property.path(0).isString()) {
                properties.add(property);
            }
        }
        return new ContactCard(properties, entity.path("jscard"));
    }

    /** The preferred one first. */
    List<String> emails() {
        List<Ranked> found = new ArrayList<>();
        for (JsonNode property : properties) {
            if (isNamed(property, "email")) {
                int rank = rank(property.path(1).path("pref"));
                values(property).forEach(v -> CleanText.email(v).ifPresent(e -> found.add(new Ranked(e, rank))));
            }
        }
        for (JsonNode email : jsContact.path("emails")) {
            CleanText.email(email.path("address")).ifPresent(e -> found.add(new Ranked(e, rank(email.path("pref")))));
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::email)
                .distinct()
                .toList();
    }

    /** The formatted name, or else the organisation. */
    Optional<String> name() {
        return text("fn")
                .or(() -> text("org"))
                .or(() -> CleanText.line(jsContact.path("name").path("full")));
    }

    private Optional<String> text(String name) {
        return properties.stream()
                .filter(p -> isNamed(p, name))
                .flatMap(ContactCard::values)
                .flatMap(v -> CleanText.line(v).stream())
                .findFirst();
    }

    private static boolean isNamed(JsonNode property, String name) {
        return property.path(0).asString().equalsIgnoreCase(name);
    }

    /** Several values may follow each other, and a value may be an array. */
    private static Stream<JsonNode> values(JsonNode property) {
        List<JsonNode> values = new ArrayList<>();
        for (int i = 3; i < property.size(); i++) {
            if (property.path(i).isArray()) {
                property.path(i).forEach(values::add);
            } else {
                values.add(property.path(i));
            }
        }
        return values.stream();
    }

    /** 1 (most preferred) to 100; sent as a number by some and as a string by others. */
    private static int rank(JsonNode pref) {
        JsonNode value = pref.isArray() ? pref.path(0) : pref;
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.asInt();
        }
        return value.isString() && value.asString().matches("[0-9]{1,3}")
                ? Integer.parseInt(value.asString())
                : NO_PREFERENCE;
    }

    private record Ranked(String email, int rank) {}
}
