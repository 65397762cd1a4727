// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened at the identity provider, as audit hears of it. Accounts are named by their id there; names, network
 * addresses and sessions are left behind.
 */
public sealed interface IdentityEvent extends OversightEvent {

    /** Derived from the identity provider's own id of what happened, so that it is told once. */
    UUID occurrenceId();

    /** @param client the service, or the partner's system, that was logged in to; absent where it is none that is known */
    record LoggedIn(UUID occurrenceId, Optional<String> actor, Optional<String> client, Instant at)
            implements IdentityEvent {}

    /** @param actor absent where there is no such account; @param reason the identity provider's code */
    record LogInFailed(UUID occurrenceId, Optional<String> actor, Optional<String> client, String reason, Instant at)
            implements IdentityEvent {}

    record LoggedOut(UUID occurrenceId, Optional<String> actor, Optional<String> client, Instant at)
            implements IdentityEvent {}

    /** Somebody changed how they log in themselves. @param change a code such as {@code update-password} */
    record CredentialChanged(UUID occurrenceId, Optional<String> actor, String change, Instant at)
            implements IdentityEvent {}

    /**
     * An administrator changed accounts, roles, clients or the realm's settings.
     *
     * @param operation {@code create}, {@code update}, {@code delete} or {@code action}
     * @param what a code such as {@code user} or {@code realm-role-mapping}
     * @param account whose, where it is about one account
     */
    record RealmChanged(
            UUID occurrenceId,
            Optional<String> actor,
            String operation,
            String what,
            Optional<String> account,
            Instant at)
            implements IdentityEvent {}
}
