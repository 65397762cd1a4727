// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a service is set to (every service). The aggregate is one piece of configuration of one service. */
public sealed interface ConfigurationEvent extends OversightEvent {

    UUID configurationId();

    /**
     * A service started with something else than the last time; none of its content.
     *
     * @param what a code such as {@code country-profile} or {@code case-keys}
     * @param before absent at the very first start
     * @param after the SHA-256 of a file in hexadecimal, or for keys their numbers, the one in use first
     */
    record ConfigurationChanged(
            UUID configurationId, String service, String what, Optional<String> before, String after, Instant at)
            implements ConfigurationEvent {}
}
