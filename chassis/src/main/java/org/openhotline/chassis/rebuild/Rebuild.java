// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.chassis.inbox.ReplayInbox;
import org.openhotline.chassis.outbox.RestoreAggregates;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/**
 * Makes a service's store again, event by event (see the package page). An event that cannot be applied yet, since clocks
 * of two machines differ and its cause comes later, waits with all that follow it in its source.
 */
public final class Rebuild {
    private final String service;
    private final RestoreAggregates aggregates;
    private final ReplayInbox inbox;
    private final TimeOfTheEvent clock;
    private final ReplayTopic topics;

    private final Map<String, Deque<Envelope>> waiting = new LinkedHashMap<>();
    private final SortedMap<String, Long> restored = new TreeMap<>();
    private final SortedMap<String, Long> notApplied = new TreeMap<>();
    private long events;
    private long erased;

    Rebuild(String service, RestoreAggregates aggregates, ReplayInbox inbox, TimeOfTheEvent clock, ReplayTopic topics) {
        this.service = service;
        this.aggregates = aggregates;
        this.inbox = inbox;
        this.clock = clock;
        this.topics = topics;
    }

    /** Reads the replay in {@code topic} to its end. A rebuild that broke off can be done again: what is known is passed over. */
    public Summary from(String topic) {
        topics.read(topic, this::take);
        return end();
    }

    void take(Envelope envelope) {
        events++;
        erased += envelope.isErased() ? 1 : 0;
        Deque<Envelope> before = waiting.get(envelope.source());
        if (before != null) {
            before.add(envelope);
        } else if (applied(envelope)) {
            tryWhatWaitsFor(envelope);
        } else {
            waiting.put(envelope.source(), new ArrayDeque<>(List.of(envelope)));
        }
    }

    /** What still waits then can never be applied: its place in the sequence is kept, nothing else. */
    Summary end() {
        boolean more = true;
        while (more) {
            more = false;
            for (String source : List.copyOf(waiting.keySet())) {
                more |= tryAgain(source);
            }
        }
        waiting.values().forEach(all -> all.forEach(this::keepThePlace));
        waiting.clear();
        return new Summary(events, erased, restored, notApplied, aggregates.untold());
    }

    private void tryWhatWaitsFor(Envelope come) {
        List<String> sources = new ArrayList<>();
        waiting.forEach((source, all) -> {
            Envelope first = all.getFirst();
            if (first.json().contains(come.aggregateId().toString())
                    || come.json().contains(first.aggregateId().toString())) {
                sources.add(source);
            }
        });
        sources.forEach(this::tryAgain);
    }

    /** @return whether any of the source could be applied */
    private boolean tryAgain(String source) {
        Deque<Envelope> all = waiting.getOrDefault(source, new ArrayDeque<>());
        int before = all.size();
        while (!all.isEmpty() && applied(all.getFirst())) {
            all.removeFirst();
        }
        if (all.isEmpty()) {
            waiting.remove(source);
        }
        return all.size() < before;
    }

    private boolean applied(Envelope envelope) {
        clock.is(envelope.time());
        Optional<Received<Event>> received = envelope.isErased() ? Optional.empty() : Optional.of(envelope.received());
        try {
            restoreOwn(envelope, received.map(Received::event));
            inbox.hear(envelope, received);
            return true;
        } catch (RuntimeException e) {
            if (Outage.causes(e)) {
                throw e;
            }
            return false;
        }
    }

    private void restoreOwn(Envelope envelope, Optional<Event> event) {
        if (envelope.service().equals(service) && aggregates.restore(envelope, event)) {
            restored.merge(envelope.aggregate().wireName(), 1L, Long::sum);
        }
    }

    private void keepThePlace(Envelope envelope) {
        restoreOwn(envelope, Optional.empty());
        inbox.hear(envelope, Optional.empty());
        notApplied.merge(envelope.type(), 1L, Long::sum);
    }
}
