// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openhotline.audit.entry.Arrival;

/**
 * Lets the log grow, a batch at a time, while this instance has the appender's lease. After trouble everything is closed
 * and the next beat begins anew from disk. A damaged log stays closed: it is for a person to look at, and what comes
 * meanwhile waits with the broker.
 */
public final class KeepTheLog implements AutoCloseable {
    private final OpenLog openLog;
    private final AppenderLease lease;
    private final Parking parking;
    private final TellOfTheLog tell;
    private final BeforeSigning before;
    private volatile Optional<AppendEvents> open = Optional.empty();
    private boolean mayGoOn;
    private Set<String> parked = Set.of();
    private volatile Optional<LogDamaged> damage = Optional.empty();

    /** @param before what must hold before this instance signs anything for the first time */
    public KeepTheLog(OpenLog openLog, AppenderLease lease, Parking parking, TellOfTheLog tell, BeforeSigning before) {
        this.openLog = openLog;
        this.lease = lease;
        this.parking = parking;
        this.tell = tell;
        this.before = before;
    }

    /**
     * What became of a batch: how many events were appended, wait now, or came again.
     *
     * @param misplaced new events in a place that their source has passed; they become no entries, since a log in which a
     *     source goes back could not be told from one that was tampered with
     */
    public record Taken(int appended, int parked, int repeated, List<Arrival> misplaced) {}

    /**
     * To be called now and then: takes or extends the lease, opens the log, publishes what is due.
     *
     * @return whether this instance may be given events
     * @throws LogDamaged where it is found out now that nothing may be appended any more
     */
    public synchronized boolean beat() throws IOException {
        return guarded(() -> {
            if (damage.isPresent() || !lease.hold()) {
                close();
                openLog.follow();
                return false;
            }
            tell.publish(appender().head());
            return true;
        });
    }

    /** Returns once each event is under a signed checkpoint, or parked, or known before, or told to be misplaced. */
    public synchronized Taken take(List<Arrival> arrived) throws IOException {
        return guarded(() -> {
            AppendEvents appender = appender();
            InOrder batch = openLog.order(parking, parked);
            arrived.stream()
                    .filter(event -> !event.type().equals(TellOfTheLog.OWN_NEWS))
                    .forEach(batch::take);
            int waiting = park(batch);
            append(appender, batch.next());
            openLog.followPurges().after(arrived);
            tell.publish(appender.head());
            return new Taken(batch.next().size(), waiting, batch.repeated(), batch.misplaced());
        });
    }

    /** Appends what waits of a source although something before it is missing. @return how many events that were */
    public synchronized int letThrough(String source) throws IOException {
        return guarded(() -> {
            AppendEvents appender = appender();
            InOrder batch = openLog.order(parking, parked);
            int appended = batch.letThrough(source);
            append(appender, batch.next());
            return appended;
        });
    }

    /** Whether this instance is the one that appends at the moment. */
    public boolean isOpen() {
        return open.isPresent();
    }

    /** Why nothing is appended any more. */
    public Optional<LogDamaged> damage() {
        return damage;
    }

    @Override
    public synchronized void close() throws IOException {
        if (open.isPresent()) {
            AppendEvents closing = open.get();
            open = Optional.empty();
            closing.close();
        }
    }

    private AppendEvents appender() throws IOException {
        if (damage.isPresent()) {
            throw new LeaseLost();
        }
        if (!mayGoOn) {
            before.check(openLog.log());
            mayGoOn = true;
        }
        if (open.isEmpty()) {
            open = Optional.of(openLog.toAppend(lease, tell.toldSoFar()));
            parked = new HashSet<>(parking.sources());
            parked.forEach(source -> removeParked(source, openLog.last(source)));
        }
        return open.get();
    }

    /** Before the log goes on: what waits must be safe before the broker is told that it was taken. */
    private int park(InOrder batch) {
        int events = 0;
        for (Map.Entry<String, TreeMap<Long, Arrival>> waiting : batch.waiting().entrySet()) {
            String source = waiting.getKey();
            if (parked.add(source)) {
                tell.gap(source, batch.last(source) + 1, waiting.getValue().firstKey());
            }
            waiting.getValue().values().forEach(parking::park);
            events += waiting.getValue().size();
        }
        return events;
    }

    private void append(AppendEvents appender, List<Arrival> events) throws IOException {
        appender.append(events);
        events.stream()
                .map(Arrival::source)
                .filter(parked::contains)
                .distinct()
                .toList()
                .forEach(source -> removeParked(source, openLog.last(source)));
    }

    /** What waited and is in the log now. */
    private void removeParked(String source, long last) {
        Optional<Arrival> first = parking.first(source, 1);
        while (first.filter(event -> event.sequence() <= last).isPresent()) {
            parking.remove(first.get().eventId());
            first = parking.first(source, 1);
        }
        if (first.isEmpty()) {
            parked.remove(source);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (LogDamaged e) {
            close();
            damage = Optional.of(e);
            throw e;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }
}
