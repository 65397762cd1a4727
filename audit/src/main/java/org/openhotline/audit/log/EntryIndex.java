// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.util.List;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.UUID;
import org.openhotline.audit.entry.About;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.merkle.Hash;

/**
 * Where to find entries, and how far each source has come. Derived from the log and made anew from it where it is missing:
 * nothing here is the truth. One writes, any number read.
 */
public interface EntryIndex extends AutoCloseable {

    /** An entry as it is filed. */
    record Filed(long index, Leaf leaf, About about) {}

    /** Of which log this is the index: the first {@code size} entries under {@code root}. */
    record State(long size, Hash root) {}

    State state();

    /**
     * Files the next entries, all or none.
     *
     * @param entries in order, from {@code state().size()} on
     * @param root of the tree with them
     */
    void add(List<Filed> entries, Hash root);

    /** Forgets everything. */
    void clear();

    /** The highest sequence of a source, 0 where it has none. */
    long last(String source);

    OptionalLong find(UUID eventId);

    /**
     * Indexes below {@code before}, newest first, of entries that fit the filter; for the period, all that fit and perhaps
     * some more.
     */
    PrimitiveIterator.OfLong search(EntryFilter filter, long before);

    @Override
    void close();
}
