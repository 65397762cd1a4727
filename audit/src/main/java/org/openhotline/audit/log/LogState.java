// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the log has told the others of itself.
 *
 * @param size of the last published checkpoint, {@code root} its root in base64
 * @param gaps what is wrong with what came, a source or more words, to the sequence at which it was told
 */
public record LogState(String origin, long size, String root, Instant at, Map<String, Long> gaps) {
    public LogState {
        gaps = Map.copyOf(gaps);
    }

    LogState published(long newSize, String newRoot, Instant now) {
        return new LogState(origin, newSize, newRoot, now, gaps);
    }

    LogState withGap(String source, long expected) {
        Map<String, Long> more = new LinkedHashMap<>(gaps);
        more.put(source, expected);
        return new LogState(origin, size, root, at, more);
    }
}
