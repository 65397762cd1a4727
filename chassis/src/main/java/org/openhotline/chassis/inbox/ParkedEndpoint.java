// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** For the operator, on the management port: what waits and why, and another try for one source. */
@Endpoint(id = "parked")
public final class ParkedEndpoint {
    /** One waiting event, without its content. */
    public record Waiting(String source, long sequence, String type, String reason, String problem, Instant since) {}

    /** @param applied events of the source applied by this try */
    public record Applied(int applied) {}

    private static final int SHOWN = 1000;
    private final ParkedEvents parked;
    private final Replay replay;

    ParkedEndpoint(ParkedEvents parked, Replay replay) {
        this.parked = parked;
        this.replay = replay;
    }

    @ReadOperation
    public List<Waiting> waiting() {
        return parked.all(SHOWN).stream()
                .map(p -> new Waiting(
                        p.envelope().source(),
                        p.envelope().sequence(),
                        p.envelope().type(),
                        p.reason().name(),
                        p.problem(),
                        p.since()))
                .toList();
    }

    @WriteOperation
    public Applied replay(@Selector String source) {
        return new Applied(replay.replay(source));
    }
}
