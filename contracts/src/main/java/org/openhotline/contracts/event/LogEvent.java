// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** What the log says of itself (audit). */
public sealed interface LogEvent extends Event {

    UUID logId();

    /** @param rootHash base64 of the RFC 6962 root over the first {@code size} entries */
    record CheckpointPublished(UUID logId, String origin, long size, String rootHash, Instant at) implements LogEvent {}

    /** An event of a source is missing. @param source {@code <aggregate>:<id>} */
    record AuditGapDetected(UUID logId, String source, long expected, long found, Instant at) implements LogEvent {}
}
