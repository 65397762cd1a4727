// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The way of one confirmed item from "confirmed" to "gone" (takedown). */
public sealed interface RemovalEvent extends Event {

    UUID itemId();

    /** @param referralId the package for the police desk, if the country's rule asks for one */
    record TakedownOpened(
            UUID itemId, UUID assessmentId, Optional<String> country, Optional<UUID> referralId, Instant at)
            implements RemovalEvent {}

    /** Police asked, or the country's rule asks, not to notify before {@code until}. @param actor empty where the rule did it */
    record HoldPlaced(UUID itemId, Optional<String> actor, Instant until, String reason, Instant at)
            implements RemovalEvent {}

    record HoldReleased(UUID itemId, String actor, Instant at) implements RemovalEvent {}

    record HoldExpired(UUID itemId, Instant at) implements RemovalEvent {}

    /** A notice is to go out, exactly one under this id. */
    record NoticeDecided(UUID itemId, UUID noticeId, Instant at) implements RemovalEvent {}

    /** Nobody is known to write to; a takedown officer must find a way. */
    record ContactMissing(UUID itemId, Instant at) implements RemovalEvent {}

    /** @param by {@code officer} or {@code host}; @param actor the officer */
    record ItemRemoved(UUID itemId, String by, Optional<String> actor, Instant at) implements RemovalEvent {}

    /**
     * Somebody is to find out whether a removed item is still gone.
     *
     * @param submissionId the report that asks for it; absent where only the host has said that it is gone
     */
    record CheckRequested(UUID itemId, Optional<UUID> submissionId, Instant at) implements RemovalEvent {}

    /** Still gone. */
    record ItemChecked(UUID itemId, String actor, Instant at) implements RemovalEvent {}

    /** Online again. @param episode how often it has been online, this time included */
    record ItemReappeared(UUID itemId, String actor, int episode, Instant at) implements RemovalEvent {}
}
