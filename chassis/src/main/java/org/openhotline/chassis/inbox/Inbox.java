// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.TraceContext;
import org.openhotline.chassis.inbox.Cursors.Cursor;
import org.openhotline.chassis.inbox.ParkedEvents.Parked;
import org.openhotline.chassis.inbox.ParkedEvents.Reason;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Passes events on to the subscribers, each source's in order and without holes (see the package page). */
final class Inbox implements Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int TRIES = 3;

    private final List<Subscriber> subscribers;
    private final Cursors cursors;
    private final ParkedEvents parked;
    private final DeadLetters deadLetters;
    private final TraceContext trace;
    private final MeterRegistry meters;
    private final Duration pause;

    /** @param pause between two tries to apply one event; doubled each time */
    Inbox(
            List<Subscriber> subscribers,
            Cursors cursors,
            ParkedEvents parked,
            DeadLetters deadLetters,
            TraceContext trace,
            MeterRegistry meters,
            Duration pause) {
        this.subscribers = List.copyOf(subscribers);
        this.cursors = cursors;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.trace = trace;
        this.meters = meters;
        this.pause = pause;
    }

    /** Returns once the message is applied, parked or dead; throws only where the store or the broker must come back. */
    synchronized void accept(Message<byte[]> message) {
        if (message.getHeaders().containsKey(Envelope.REPLAY_MARK)) {
            count("replayed"); // meant for a rebuild; here it would mail, look up and refer a second time
            return;
        }
        Envelope envelope;
        try {
            envelope = Envelope.from(message);
        } catch (RuntimeException e) {
            LOG.error(
                    "A message without a readable envelope goes to the dead letters: {}",
                    e.getClass().getSimpleName());
            deadLetters.send(message, e);
            count("unreadable");
            return;
        }
        Cursor cursor = cursors.of(envelope.source());
        if (envelope.sequence() <= cursor.last()) {
            count("duplicate");
        } else if (envelope.sequence() > cursor.last() + 1) {
            parkGap(envelope, cursor.last());
        } else if (applied(envelope) && cursor.waiting()) {
            applyWaiting(envelope);
        }
    }

    @Override
    public synchronized int replay(String source) {
        Optional<Envelope> first =
                parked.next(source, cursors.of(source).last() + 1).map(Parked::envelope);
        return first.filter(this::applied).map(e -> 1 + applyWaiting(e)).orElse(0);
    }

    private void parkGap(Envelope envelope, long last) {
        if (!parked.holds(envelope.source(), last)) {
            LOG.warn(
                    "An event is missing before {} of a {}",
                    envelope.sequence(),
                    envelope.aggregate().wireName());
            subscribers.forEach(s -> s.missing(envelope.source(), last + 1, envelope.sequence()));
        }
        park(envelope, Reason.GAP, "");
        count("parked");
    }

    /** Applies whatever has waited for this event, which is applied. @return how many */
    private int applyWaiting(Envelope before) {
        parked.remove(before.id());
        Optional<Envelope> next = waitingAfter(before);
        int applied = 0;
        while (next.isPresent() && applied(next.get())) {
            applied++;
            parked.remove(next.get().id());
            next = waitingAfter(next.get());
        }
        long last = before.sequence() + applied;
        if (!parked.holds(before.source(), last)) {
            cursors.waitNoLonger(before.source());
        }
        return applied;
    }

    private Optional<Envelope> waitingAfter(Envelope before) {
        return parked.next(before.source(), before.sequence() + 1).map(Parked::envelope);
    }

    /** Told before it happens: a mark without a parked event costs a look, the other way round it would wait for ever. */
    private void park(Envelope envelope, Reason reason, String problem) {
        cursors.markWaiting(envelope.source());
        parked.park(envelope, reason, problem);
    }

    private boolean applied(Envelope envelope) {
        Optional<RuntimeException> problem = tryToApply(envelope);
        if (problem.isEmpty()) {
            cursors.advance(envelope.source(), envelope.sequence());
            count("applied");
            return true;
        }
        String name = problem.get().getClass().getSimpleName();
        LOG.error("{} cannot be applied and its source is parked: {}", envelope.type(), name);
        park(envelope, Reason.POISON, name);
        deadLetters.send(envelope.aggregate().topic().wireName(), envelope.toMessage(), problem.get());
        count("poison");
        return false;
    }

    private Optional<RuntimeException> tryToApply(Envelope envelope) {
        RuntimeException last = new IllegalStateException("not tried");
        for (int i = 0; i < TRIES; i++) {
            try {
                Received<Event> received = envelope.received();
                trace.in(envelope, () -> tell(received, envelope.json()));
                return Optional.empty();
            } catch (RuntimeException e) {
                if (Outage.causes(e)) {
                    throw e;
                }
                last = e;
                rest(pause.multipliedBy(1L << i));
            }
        }
        return Optional.of(last);
    }

    private void tell(Received<Event> received, String json) {
        subscribers.stream()
                .filter(s -> s.topics().contains(received.aggregate().topic()))
                .forEach(s -> s.on(received, json));
    }

    private void count(String outcome) {
        meters.counter("openhotline.inbox.events", "outcome", outcome).increment();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
