// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;

/** Tells what was there already from what went wrong. */
public final class DuplicateKeys {
    private DuplicateKeys() {}

    /** Whether all that was not written was not written because its key is taken. */
    public static boolean areAllThatFailed(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
