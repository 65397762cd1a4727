// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import tools.jackson.databind.JsonNode;

/**
 * All entities of an RDAP object, wherever they are nested: registries put the abuse desk at the top, below the registrant,
 * or below that.
 */
final class Entities {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ENTITIES = 500;

    private final List<Entity> nearestFirst;

    private Entities(List<Entity> nearestFirst) {
        this.nearestFirst = nearestFirst;
    }

    static Entities of(JsonNode object) {
        List<Entity> found = new ArrayList<>();
        Queue<Entity> open = new ArrayDeque<>();
        open.add(new Entity(object, 0));
        while (!open.isEmpty() && found.size() < MAX_ENTITIES) {
            Entity parent = open.remove();
            if (parent.depth() == MAX_DEPTH) {
                continue;
            }
            for (JsonNode child : parent.node().path("entities")) {
                Entity entity = new Entity(child, parent.depth() + 1);
                found.add(entity);
                open.add(entity);
            }
        }
        return new Entities(found);
    }

    /** An entity with only this role before one with several, then the nearest; without a mail address it does not count. */
    Optional<AbuseContact> contact(String role) {
        return nearestFirst.stream()
                .filter(e -> e.roles().contains(role))
                .sorted(Comparator.comparing((Entity e) -> e.roles().size() > 1).thenComparingInt(Entity::depth))
                .flatMap(e -> e.card().emails().stream()
                        .limit(1)
                        .map(email -> new AbuseContact(
                                email, role, CleanText.line(e.node().path("handle")))))
                .findFirst();
    }

    Optional<String> nameOf(String role) {
        return nearestFirst.stream()
                .filter(e -> e.roles().contains(role))
                .flatMap(e -> e.card().name().stream())
                .findFirst();
    }

    /** The one autonomous system that the entities name; several would be a guess. */
    Optional<Long> asn() {
        List<Long> numbers = nearestFirst.stream()
                .flatMap(e -> Asn.allIn(e.node().path("autnums"), "startAutnum").stream())
                .distinct()
                .toList();
        return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
    }

    private record Entity(JsonNode node, int depth) {
        List<String> roles() {
            JsonNode roles = node.path("roles");
            List<String> names = new ArrayList<>();
            if (roles.isString()) {
                names.add(roles.asString());
            }
            if (roles.isArray()) {
                roles.forEach(r -> names.add(r.isString() ? r.asString() : ""));
            }
            return names.stream().map(n -> n.toLowerCase(Locale.ROOT).strip()).toList();
        }

        ContactCard card() {
            return ContactCard.of(node);
        }
    }
}
