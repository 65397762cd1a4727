// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an event that cannot be applied from a store that does not answer. */
public final class Outage {
    private Outage() {}

    /** What somebody is told whom the store has not answered, because too many waited or this service is being stopped. */
    public static final class Unanswered extends RuntimeException {
        public Unanswered() {
            super("not answered in time");
        }
    }

    public static boolean causes(Throwable problem) {
        return Stream.<@Nullable Throwable>iterate(problem, t -> t != null, t -> t == null ? null : t.getCause())
                .anyMatch(t -> t instanceof Unanswered
                        || t instanceof MongoTimeoutException
                        || t instanceof MongoSocketException
                        || t instanceof MongoNotPrimaryException
                        || t instanceof MongoNodeIsRecoveringException
                        || t instanceof IllegalStateException stopped
                                && stopped.getCause() instanceof InterruptedException);
    }
}
