// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import java.time.Instant;
import java.util.List;
import org.openhotline.audit.login.IdentityEvents;
import org.openhotline.contracts.event.IdentityEvent;
import org.openhotline.contracts.event.IdentityEvent.RealmChanged;
import tools.jackson.databind.JsonNode;

/** The realm's events of administration: which account or setting was changed by whom, not to what. */
final class RealmAdministration implements IdentityEvents {
    private final KeycloakRealm realm;

    RealmAdministration(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public String name() {
        return "administration";
    }

    @Override
    public List<IdentityEvent> since(Instant from, int most) {
        return realm.read("/admin-events?direction=asc&dateFrom=%d&first=0&max=%d".formatted(from.toEpochMilli(), most))
                .valueStream()
                .map(this::read)
                .toList();
    }

    private IdentityEvent read(JsonNode event) {
        String operation = Codes.words(event.path("operationType"));
        return new RealmChanged(
                Codes.occurrence(name(), event),
                Codes.account(event.at("/authDetails/userId")),
                event.hasNonNull("error") ? operation + "-failed" : operation,
                Codes.words(event.path("resourceType")),
                Codes.accountIn(event.path("resourcePath")),
                Codes.time(event));
    }
}
