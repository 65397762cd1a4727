// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/** Where the facts are kept. */
public interface Facts {

    /** Stores what {@code received} tells about an item and, in the same write, that it has been applied to this item. */
    Applied learn(UUID itemId, Received<? extends Event> received, UnaryOperator<ItemFacts> told);

    /** Storing the same submission again changes nothing. */
    void learn(SubmissionFacts submission);

    /** Every item whose first report lies in the period, in no particular order. */
    void forEachItem(Period received, Consumer<ItemFacts> reader);

    long submissions(Period received);
}
