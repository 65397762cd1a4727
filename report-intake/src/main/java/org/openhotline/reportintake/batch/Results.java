// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.List;
import java.util.UUID;

/** What became of the rows of each import, a batch at a time, sealed. */
public interface Results {

    /** Keeps a batch in place of any earlier one with this number. */
    void keep(UUID importId, long batch, List<RowResult> rows);

    /** A batch, counted from 0; empty behind the last. */
    List<RowResult> of(UUID importId, long batch);
}
