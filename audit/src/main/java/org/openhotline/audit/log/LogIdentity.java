// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The name of a hotline's log.
 *
 * @param origin as in its checkpoints
 */
public record LogIdentity(String origin) {

    /** The log of the hotline at this domain: where its tiles are served, without a scheme (C2SP tlog-tiles). */
    public static LogIdentity ofDomain(String domain) {
        return new LogIdentity(domain + "/audit/tlog");
    }

    /** The id of the log, whose checkpoints are its events: the same after every start, so derived from its name. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the aggregate that tells what is wrong with what came. */
    public UUID gaps() {
        return UUID.nameUUIDFromBytes((origin + "/gaps").getBytes(StandardCharsets.UTF_8));
    }
}
