// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.flood.FloodRules.Rate;
import org.openhotline.reportintake.flood.SpentTickets.Answer;

/**
 * Decides which forms and calls are let through. While few arrive, a good ticket is enough. While many arrive, a form
 * gets through by work or by waiting, each at a rate of its own, so that machines that work never crowd out people whose
 * browser runs no scripts. What is sent without a good ticket never gets through and never slows anybody down.
 */
public final class FloodGate {
    private static final int LEAST_WORK = 14;
    private static final int MOST_WORK = 18;
    /** The wait page may have been made while fewer arrived. */
    private static final int WORK_GRACE = 2;
    /** So many forms a second are what {@value #LEAST_WORK} bits are asked for. */
    private static final double LIGHT_PRESSURE = 50;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_PARTNERS = 10_000;

    private final FloodRules rules;
    private final InstantSource clock;
    private final Tickets tickets;
    private final SpentTickets spent;
    private final Pressure pressure;
    private final Bucket calm;
    private final Bucket others;
    private final Bucket worked;
    private final Bucket waited;
    private final Bucket calls;
    private final ConcurrentMap<String, Bucket> partners = new ConcurrentHashMap<>();

    public FloodGate(FloodRules rules, BlindIndex index, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
        this.tickets = new Tickets(index, clock);
        this.spent = new SpentTickets(rules.mostSpent());
        this.pressure = new Pressure(clock);
        this.calm = bucket(rules.calm());
        this.others = bucket(rules.calm());
        this.worked = bucket(rules.worked());
        this.waited = bucket(rules.waited());
        this.calls = bucket(rules.calls());
    }

    private Bucket bucket(Rate rate) {
        return new Bucket(rate.perSecond(), rate.atOnce(), clock);
    }

    /** A ticket for a form that is about to be shown. */
    public String ticket() {
        return tickets.issue();
    }

    /**
     * Whether a report may come in.
     *
     * @param ticket as sent, empty where none was
     * @param work number found for it, empty where none was
     * @param purpose the key of the report: the same ticket with the same key is the same report once more
     */
    public Passage report(String ticket, String work, String purpose) {
        pressure.oneMore();
        return tickets.read(ticket)
                .filter(this::isAlive)
                .map(known -> passage(known, ticket, work, purpose))
                .orElseGet(() -> later(tickets.issue(), leastWait()));
    }

    /** Whether any other form may come in; it needs a ticket only while many arrive. */
    public Passage form(String ticket, String work) {
        return others.take() ? new Passage.Open() : report(ticket, work, "");
    }

    /** Whether somebody unknown may call the interface for programs. */
    public boolean call() {
        return calls.take();
    }

    /** Whether this partner may call; each has a rate of its own. */
    public boolean call(String partner) {
        if (partners.size() > MOST_PARTNERS) {
            partners.clear();
        }
        return partners.computeIfAbsent(partner, p -> bucket(rules.partnerCalls()))
                .take();
    }

    private boolean isAlive(Ticket ticket) {
        Duration age = ticket.age(clock.instant());
        return !age.isNegative() && age.compareTo(rules.lifetime()) < 0;
    }

    private Passage passage(Ticket ticket, String text, String work, String purpose) {
        Optional<Duration> rest = rest(ticket);
        if (rest.isPresent()) {
            return later(text, rest.get());
        }
        if (spent.isSpent(ticket)) {
            return spent.spend(ticket, purpose) == Answer.SAME_AGAIN
                    ? new Passage.Open()
                    : later(tickets.issue(), leastWait());
        }
        if (!calm.take() && !hasWorked(text, work) && !hasWaited(ticket)) {
            return later(text, restOfWait(ticket));
        }
        return spent.spend(ticket, purpose) == Answer.USED ? later(tickets.issue(), leastWait()) : new Passage.Open();
    }

    private Optional<Duration> rest(Ticket ticket) {
        Duration rest = rules.leastAge().minus(ticket.age(clock.instant()));
        return rest.isPositive() ? Optional.of(rest) : Optional.empty();
    }

    private boolean hasWorked(String ticket, String work) {
        return ProofOfWork.bits(ticket, work) >= workBits() - WORK_GRACE && worked.take();
    }

    private boolean hasWaited(Ticket ticket) {
        return !waiting().minus(ticket.age(clock.instant())).isPositive() && waited.take();
    }

    private Passage later(String ticket, Duration rest) {
        spent.forgetUpTo(oldest());
        return new Passage.Later(ticket, rest, workBits());
    }

    private Instant oldest() {
        return clock.instant().minus(rules.lifetime());
    }

    /** Somebody who has waited and was not among those let through tries again soon. */
    private Duration restOfWait(Ticket ticket) {
        Duration rest = waiting().minus(ticket.age(clock.instant()));
        return rest.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : rest;
    }

    private Duration leastWait() {
        return isCalm() ? rules.leastAge() : waiting();
    }

    /** Longer while more arrive. */
    private Duration waiting() {
        Duration asked = Duration.ofMillis((long) (1000 * pressure.perSecond() / LIGHT_PRESSURE));
        Duration least = asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked;
        return least.compareTo(rules.longestWait()) > 0 ? rules.longestWait() : least;
    }

    /** One bit more, twice the work, for twice the pressure. */
    private int workBits() {
        double times = Math.max(1, pressure.perSecond() / LIGHT_PRESSURE);
        return Math.min(MOST_WORK, LEAST_WORK + (int) (Math.log(times) / Math.log(2)));
    }

    private boolean isCalm() {
        return pressure.perSecond() < rules.calm().perSecond();
    }
}
