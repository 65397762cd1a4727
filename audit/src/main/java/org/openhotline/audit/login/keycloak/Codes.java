// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes ids and codes from Keycloak's events, and nothing that only looks like one: some fields are what a stranger typed. */
final class Codes {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern OF_ACCOUNT = Pattern.compile("users/(" + ACCOUNT.pattern() + ")(/.*)?");

    private Codes() {}

    /** The same for the same event, whenever it is read. @param list the events have ids of their own in each */
    static UUID occurrence(String list, JsonNode event) {
        String id = event.path("id").asString("");
        if (id.isEmpty()) {
            throw new IllegalStateException("an event of Keycloak has no id");
        }
        return UUID.nameUUIDFromBytes(("keycloak\n" + list + "\n" + id).getBytes(UTF_8));
    }

    static Instant time(JsonNode event) {
        return Instant.ofEpochMilli(event.path("time").asLong());
    }

    /** An account of the realm's own; the id of one from another directory would hold its name. */
    static Optional<String> account(JsonNode id) {
        return id.asStringOpt().filter(text -> ACCOUNT.matcher(text).matches());
    }

    /** The account that a path such as {@code users/<id>/role-mappings/realm} is about. */
    static Optional<String> accountIn(JsonNode path) {
        return path.asStringOpt()
                .map(OF_ACCOUNT::matcher)
                .filter(m -> m.matches())
                .map(m -> m.group(1));
    }

    static Optional<String> code(JsonNode text) {
        return text.asStringOpt()
                .map(t -> t.toLowerCase(Locale.ROOT))
                .filter(t -> CODE.matcher(t).matches());
    }

    /** {@code REALM_ROLE_MAPPING} as {@code realm-role-mapping}. */
    static String words(JsonNode constant) {
        return code(constant).orElse("other").replace('_', '-');
    }
}
