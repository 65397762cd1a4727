// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import java.util.Optional;

/**
 * One entry of the log as it goes into a case file.
 *
 * @param index its place in the log
 * @param source the thing that it is about, as {@code <aggregate>:<id>}
 * @param sequence its number among the entries of that source, from 1
 * @param leaf the bytes that were hashed
 * @param receipt its {@code .tlog-proof} below the checkpoint of the case file
 * @param event empty where it has been erased or is not handed out
 */
public record CaseEntry(
        long index, String source, long sequence, byte[] leaf, String receipt, Optional<KeptEvent> event) {

    /**
     * What the entry commits to.
     *
     * @param json byte for byte as it arrived
     * @param key base64 of the key of the commitment
     */
    public record KeptEvent(String json, String key) {}
}
