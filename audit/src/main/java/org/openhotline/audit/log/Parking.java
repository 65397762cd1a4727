// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.audit.entry.Arrival;

/** Where events wait, outside the log, that follow a missing one. */
public interface Parking {
    /** The sources of which something waits. */
    Set<String> sources();

    /** The first that waits with this sequence or a higher one. */
    Optional<Arrival> first(String source, long sequence);

    /** Does nothing new where it waits already. */
    void park(Arrival event);

    void remove(UUID eventId);
}
