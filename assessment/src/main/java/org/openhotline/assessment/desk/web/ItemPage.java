// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.Claim;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.Judgement;
import org.openhotline.assessment.item.Urgency;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

/**
 * One item as one analyst sees it: what is known, what can be done now, and what happens next.
 *
 * @param facts label and text
 * @param mine whether this analyst holds it now
 * @param free whether this analyst could claim it
 * @param decidedByMe whether this analyst has decided on it and is free for the next one
 * @param left time until the lease of the holder ends
 * @param decisions those this analyst may know of
 * @param next what happens next, and who waits for whom
 */
record ItemPage(
        UUID id,
        String name,
        String state,
        List<Fact> facts,
        boolean mine,
        boolean free,
        boolean decidedByMe,
        boolean canBeTraced,
        int notes,
        String left,
        String until,
        List<Fact> decisions,
        List<RelatedRow> related,
        boolean page,
        boolean danger,
        String next) {

    private static final List<String> PLACES =
            List.of("First decision", "Second decision", "Senior analyst's decision");

    record Fact(String label, String text) {}

    record RelatedRow(UUID id, String name, String why, String state) {}

    static ItemPage of(
            AssessedItem item, AssessedItems items, ClassificationProfile profile, Actor actor, Instant now) {
        boolean mine = item.isHeldBy(actor, now);
        boolean taken = item.claim().filter(claim -> !claim.hasEnded(now)).isPresent();
        return new ItemPage(
                item.id(),
                Words.item(item.id()),
                Words.state(item.state()),
                facts(item, now),
                mine,
                !taken && mayClaim(item, actor),
                item.wasJudgedBy(actor.id()),
                canBeTraced(item),
                item.reports().notes().size(),
                item.claim()
                        .map(Claim::until)
                        .map(until -> Words.duration(Duration.between(now, until)))
                        .orElse(""),
                item.claim().map(Claim::until).map(Words::time).orElse(""),
                decisions(item, profile, actor, mine),
                related(item, items),
                item.kind().isPage(),
                item.reports().urgency() == Urgency.DANGER,
                next(item, actor, mine));
    }

    /** A claim that has ended puts the item back where it waited, so what could be claimed then can be claimed now. */
    private static boolean mayClaim(AssessedItem item, Actor actor) {
        boolean seniors = item.state() == ItemState.AWAITING_SENIOR || item.state() == ItemState.WITH_SENIOR;
        return !item.state().isFinal()
                && item.state() != ItemState.TRACING
                && !item.wasJudgedBy(actor.id())
                && (!seniors || actor.isOneOf(Role.SENIOR_ANALYST));
    }

    /** Where asking again could bring something new. */
    private static boolean canBeTraced(AssessedItem item) {
        return item.kind().isTraceable()
                && !item.state().isFinal()
                && item.tracing().due().isEmpty()
                && item.tracing().result().filter(ItemPage::isWhole).isEmpty();
    }

    private static boolean isWhole(Trace trace) {
        return trace.outcome() == TraceOutcome.TRACED || trace.outcome() == TraceOutcome.NOT_TRACEABLE;
    }

    private static List<Fact> facts(AssessedItem item, Instant now) {
        Stream<Fact> reported = Stream.of(
                new Fact("Kind", Words.kind(item.kind())),
                new Fact("Urgency", Words.urgency(item.reports().urgency())),
                new Fact("Reporters think it is", themes(item)),
                new Fact("Reports", Words.reports(item.reports().count())),
                new Fact("First reported", ago(item.reports().first(), now)),
                new Fact("Last reported", ago(item.reports().last(), now)));
        Stream<Fact> traced =
                item.tracing().result().map(ItemPage::facts).orElse(Stream.of(new Fact("Host", "Not traced yet")));
        return Stream.concat(reported, traced).toList();
    }

    private static String themes(AssessedItem item) {
        String themes = item.reports().notes().stream()
                .flatMap(note -> note.circumstances().theme().stream())
                .distinct()
                .map(Words::theme)
                .collect(Collectors.joining(", "));
        return themes.isEmpty() ? "Not said" : themes;
    }

    private static List<RelatedRow> related(AssessedItem item, AssessedItems items) {
        return item.related().stream()
                .flatMap(related -> items.find(related.itemId()).stream()
                        .map(other -> new RelatedRow(
                                other.id(),
                                Words.item(other.id()),
                                Words.level(related.level()) + " (" + related.level() + ")",
                                Words.state(other.state()))))
                .toList();
    }

    private static Stream<Fact> facts(Trace trace) {
        return Stream.of(
                        trace.country().map(code -> new Fact("Country of the network", Words.country(code))),
                        trace.asn().map(asn -> new Fact("Network", "AS" + asn)),
                        Optional.of(new Fact("Trace", Words.trace(trace.outcome()))),
                        Optional.of(new Fact("Traced", Times.minute(trace.at()))))
                .flatMap(Optional::stream);
    }

    private static String ago(Instant at, Instant now) {
        return Words.duration(Duration.between(at, now)) + " ago (" + Times.minute(at) + ")";
    }

    /**
     * Until an item is settled everybody sees only the own decision, so that a review stays blind; the senior analyst who
     * holds a disagreement sees both.
     */
    private static List<Fact> decisions(AssessedItem item, ClassificationProfile profile, Actor actor, boolean mine) {
        boolean all = item.state().isFinal() || (mine && item.state() == ItemState.WITH_SENIOR);
        Stream<Fact> before = item.earlier().stream()
                .filter(judgement -> all || judgement.actor().equals(actor.id()))
                .map(judgement -> new Fact("Before it came back", what(judgement, profile)));
        Stream<Fact> triages = item.triages().stream()
                .map(triage -> new Fact("Decision", Words.route(triage.route()) + ", " + Times.minute(triage.at())));
        Stream<Fact> now = item.judgements().stream()
                .filter(judgement -> all || judgement.actor().equals(actor.id()))
                .map(judgement -> new Fact(who(item, judgement, actor), what(judgement, profile)));
        return Stream.of(before, triages, now).flatMap(facts -> facts).toList();
    }

    private static String who(AssessedItem item, Judgement judgement, Actor actor) {
        boolean onlyOne = item.state().isFinal() && item.judgements().size() == 1;
        String place = onlyOne ? "Decision" : PLACES.get(item.judgements().indexOf(judgement));
        return judgement.actor().equals(actor.id()) ? place + " (yours)" : place;
    }

    private static String what(Judgement judgement, ClassificationProfile profile) {
        return Words.verdict(judgement.verdict()) + ": "
                + profile.label(judgement.verdict(), judgement.classification().category()) + ", "
                + Times.minute(judgement.at());
    }

    private static String next(AssessedItem item, Actor actor, boolean mine) {
        boolean decided = item.wasJudgedBy(actor.id());
        return switch (item.state()) {
            case TRACING ->
                "The software is finding out who hosts it. It joins the queue by itself, normally within seconds.";
            case QUEUED -> "It waits in the queue until an analyst takes it.";
            case CLAIMED ->
                !mine
                        ? HELD
                        : item.kind().isPage()
                                ? "It is yours alone. Reveal the address, look at it at the viewing station, then decide."
                                : "It is yours alone. Reveal it, then decide who deals with it. It is no page: there is nothing to view and nobody to notify.";
            case AWAITING_REVIEW ->
                decided
                        ? "Your decision is stored. Another analyst decides as well, without knowing yours; nothing leaves this desk until then."
                        : "It waits for a second analyst, who decides without knowing the first decision.";
            case IN_REVIEW ->
                mine
                        ? "It is yours alone. Somebody decided on it before; you do not see how, so that yours is your own."
                        : HELD;
            case AWAITING_SENIOR ->
                "The two decisions differ. A senior analyst who made neither of them decides, and that is final.";
            case WITH_SENIOR ->
                mine ? "Two analysts decided differently; you see both below. Your decision is final." : HELD;
            case CONFIRMED_ILLEGAL ->
                "The takedown desk has it now: it goes to the police desk and to the host as this country's rules say. Nothing is left to do here.";
            case NOT_ILLEGAL ->
                "It is closed here. Nobody is notified, and the reporter can read that it was found not to be illegal.";
            case NOT_ACCESSIBLE ->
                "It is closed here. The reporter can read that it could not be opened. A further report brings it back.";
            case WITH_POLICE -> "The police desk has it. There is no host, so nobody is notified.";
            case PASSED_ON -> "Others deal with it. Nothing is left to do here.";
            case ASKED -> "The reporter has been asked for more. It comes back to the queue with the answer.";
            case INSUFFICIENT -> "It is closed here. A further report brings it back.";
        };
    }

    private static final String HELD =
            "Another analyst is working on it. It comes back to the queue if they give it back or their time ends.";
}
