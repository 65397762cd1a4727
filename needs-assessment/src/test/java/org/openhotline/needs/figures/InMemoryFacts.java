// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/** The promises of {@link Facts}, in memory. */
final class InMemoryFacts implements Facts {
    private final Map<UUID, ItemFacts> items = new HashMap<>();
    private final Map<UUID, SubmissionFacts> submissions = new HashMap<>();
    private final Map<String, Long> applied = new HashMap<>();

    @Override
    public Applied learn(UUID itemId, Received<? extends Event> received, UnaryOperator<ItemFacts> told) {
        String key = itemId + "<" + received.source();
        if (applied.getOrDefault(key, 0L) >= received.sequence()) {
            return Applied.DUPLICATE;
        }
        items.put(itemId, told.apply(item(itemId)));
        applied.put(key, received.sequence());
        return Applied.APPLIED;
    }

    @Override
    public void learn(SubmissionFacts submission) {
        submissions.put(submission.submissionId(), submission);
    }

    @Override
    public void forEachItem(Period received, Consumer<ItemFacts> reader) {
        items.values().stream()
                .filter(i -> i.received().filter(received::holds).isPresent())
                .forEach(reader);
    }

    @Override
    public long submissions(Period received) {
        return submissions.values().stream()
                .filter(s -> received.holds(s.received()))
                .count();
    }

    ItemFacts item(UUID itemId) {
        return Optional.ofNullable(items.get(itemId)).orElse(ItemFacts.none(itemId));
    }
}
