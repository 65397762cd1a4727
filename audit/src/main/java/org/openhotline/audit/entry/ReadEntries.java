// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All entries under the last signed checkpoint, each with its body unless that is erased. Any number may read while one
 * appends. What cannot be read from disk is an {@link java.io.UncheckedIOException}.
 */
public interface ReadEntries {

    /** How many there are; the newest has the index {@code size() - 1}. */
    long size();

    Optional<Entry> find(UUID eventId);

    /**
     * Newest first.
     *
     * @param before only entries with a lower index; {@link Long#MAX_VALUE} for all
     * @param most how many at most
     */
    List<Entry> search(EntryFilter filter, long before, int most);

    /** In order of the index, from {@code from} to the end as it is now; read bit by bit, so of any length. */
    Stream<Entry> inOrder(long from);
}
