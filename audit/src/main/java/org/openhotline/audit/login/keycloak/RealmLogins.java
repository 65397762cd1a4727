// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.audit.login.IdentityEvents;
import org.openhotline.contracts.event.IdentityEvent;
import org.openhotline.contracts.event.IdentityEvent.CredentialChanged;
import org.openhotline.contracts.event.IdentityEvent.LogInFailed;
import org.openhotline.contracts.event.IdentityEvent.LoggedIn;
import org.openhotline.contracts.event.IdentityEvent.LoggedOut;
import tools.jackson.databind.JsonNode;

/** The realm's events of accounts: log-ins, failed ones, log-outs, changed passwords. Address, name and session stay there. */
final class RealmLogins implements IdentityEvents {
    private static final Set<String> IN = Set.of("LOGIN", "CLIENT_LOGIN");
    private static final Set<String> FAILED = Set.of(
            "LOGIN_ERROR",
            "CLIENT_LOGIN_ERROR",
            "CODE_TO_TOKEN_ERROR",
            "USER_DISABLED_BY_TEMPORARY_LOCKOUT",
            "USER_DISABLED_BY_PERMANENT_LOCKOUT");
    private static final Set<String> OUT = Set.of("LOGOUT");
    private static final Set<String> CHANGED =
            Set.of("UPDATE_PASSWORD", "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL", "UPDATE_TOTP", "REMOVE_TOTP");

    /** What the realm is to keep and is asked for. */
    static final Set<String> TYPES =
            Stream.of(IN, FAILED, OUT, CHANGED).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

    private static final String ASKED =
            TYPES.stream().map(type -> "type=" + type + "&").collect(Collectors.joining());

    private final KeycloakRealm realm;

    RealmLogins(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public String name() {
        return "logins";
    }

    @Override
    public List<IdentityEvent> since(Instant from, int most) {
        return realm.read("/events?%sdirection=asc&dateFrom=%d&first=0&max=%d"
                        .formatted(ASKED, from.toEpochMilli(), most))
                .valueStream()
                .map(this::read)
                .toList();
    }

    private IdentityEvent read(JsonNode event) {
        String type = event.path("type").asString("");
        UUID id = Codes.occurrence(name(), event);
        Instant at = Codes.time(event);
        Optional<String> actor = Codes.account(event.path("userId"));
        Optional<String> client = Codes.code(event.path("clientId"));
        if (IN.contains(type)) {
            return new LoggedIn(id, actor, client, at);
        } else if (OUT.contains(type)) {
            return new LoggedOut(id, actor, client, at);
        } else if (CHANGED.contains(type)) {
            return new CredentialChanged(id, actor, Codes.words(event.path("type")), at);
        } else if (FAILED.contains(type)) {
            String reason = Codes.code(event.path("error")).orElseGet(() -> Codes.words(event.path("type")));
            return new LogInFailed(id, actor, client, reason, at);
        }
        throw new IllegalStateException("Keycloak answered with an event that it was not asked for");
    }
}
