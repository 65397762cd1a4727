// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.IdentityEvent;

/**
 * Tells what a list of the identity provider has become longer by. Each occurrence is an aggregate of its own whose id
 * follows from the identity provider's, so that reading it again changes nothing: only that makes it told once. The
 * position is where reading begins, and may lag behind.
 */
public final class FollowLogins {
    /** The longest that the identity provider may take to store what has happened (Keycloak's time-out of a transaction). */
    static final Duration LATE = Duration.ofMinutes(5);

    static final int PAGE = 200;

    /** One that has been told; nothing about it changes afterwards. */
    public record Heard(Instant at) {
        /** As it was told. */
        public static Optional<Heard> restored(Optional<Heard> present, Event event) {
            return Optional.of(new Heard(event.at()));
        }
    }

    private final Aggregates<Heard> heard;
    private final Positions positions;

    public FollowLogins(Aggregates<Heard> heard, Positions positions) {
        this.heard = heard;
        this.positions = positions;
    }

    /** Tells all that there is. Whatever breaks off is taken up again by the next call. */
    public void follow(IdentityEvents list) {
        Instant from = positions.of(list.name()).map(at -> at.minus(LATE)).orElse(Instant.EPOCH);
        int most = PAGE;
        List<IdentityEvent> page = list.since(from, most);
        while (!page.isEmpty()) {
            tell(page);
            Instant last = page.getLast().at();
            positions.moveTo(list.name(), last);
            if (page.size() < most) {
                return;
            }
            // The next page begins with the last moment of this one, which may go on; one that fills a page needs a
            // larger one.
            most = last.equals(from) ? most * 2 : PAGE;
            from = last;
            page = list.since(from, most);
        }
    }

    private void tell(List<IdentityEvent> page) {
        Map<UUID, Function<Optional<Heard>, Decision<Heard>>> commands = new HashMap<>();
        page.forEach(event -> commands.put(
                event.occurrenceId(),
                known -> known.map(heard -> Decision.of(heard))
                        .orElseGet(() -> Decision.of(new Heard(event.at()), event))));
        heard.changeAll(commands);
    }
}
