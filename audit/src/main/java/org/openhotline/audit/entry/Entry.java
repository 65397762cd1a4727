// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.Optional;

/**
 * One event as the log keeps it: the leaf in the tree, and beside the tree what the leaf commits to.
 *
 * @param index place in the log, from 0
 * @param body empty once erased
 */
public record Entry(long index, Leaf leaf, Optional<Body> body) {

    /**
     * What the leaf commits to.
     *
     * @param service the emitting one, as the event's source names it
     * @param json the event as it arrived: ids, codes and sealed texts
     * @param key base64 of the key of the leaf's commitment to {@code json}
     */
    public record Body(String service, String json, String key) {}

    public boolean isErased() {
        return body.isEmpty();
    }
}
