// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** One package to the police desk (takedown). */
public sealed interface ReferralEvent extends Event {

    UUID referralId();

    UUID itemId();

    record ReferralSent(UUID referralId, UUID itemId, Instant at) implements ReferralEvent {}

    record ReferralAcknowledged(UUID referralId, UUID itemId, String actor, Instant at) implements ReferralEvent {}
}
