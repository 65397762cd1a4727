// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;

/**
 * What the events have told about one item so far. Facts of different services may arrive in any order, so each is kept
 * for itself. What can be taken back (the decision, the removal) is told by one service in order: its last word stands.
 *
 * @param received first report of its address
 * @param assessed first decision of an analyst, whatever it was
 * @param decision the final decision, as long as it stands
 * @param referred when the police desk first got a package about it
 * @param notices by notice
 * @param removed when it was recorded as gone; empty while it is online again
 * @param reappeared when it was last found online again after it had been recorded as gone
 * @param calledGone when a host last answered that it was gone before the notice came
 */
public record ItemFacts(
        UUID itemId,
        Optional<Instant> received,
        Optional<Instant> assessed,
        Optional<FinalDecision> decision,
        Optional<Instant> referred,
        Map<UUID, NoticeFacts> notices,
        Optional<Instant> removed,
        Optional<Instant> reappeared,
        Optional<Instant> calledGone) {
    public ItemFacts {
        notices = Map.copyOf(notices);
    }

    public static ItemFacts none(UUID itemId) {
        Optional<Instant> never = Optional.empty();
        return new ItemFacts(itemId, never, never, Optional.empty(), never, Map.of(), never, never, never);
    }

    ItemFacts receivedAt(Instant at) {
        return new ItemFacts(
                itemId, earliest(received, at), assessed, decision, referred, notices, removed, reappeared, calledGone);
    }

    ItemFacts assessedAt(Instant at) {
        return new ItemFacts(
                itemId, received, earliest(assessed, at), decision, referred, notices, removed, reappeared, calledGone);
    }

    ItemFacts decidedAs(Verdict verdict, Instant at) {
        return standing(Optional.of(FinalDecision.of(verdict, at)));
    }

    /** Who deals with what is no page; asking the reporter for more decides nothing yet. */
    ItemFacts triagedTo(TriageRoute route, Instant at) {
        return assessedAt(at).standing(FinalDecision.of(route, at));
    }

    /** No decision stands any more: it waits for an analyst again. */
    ItemFacts reopened() {
        return standing(Optional.empty());
    }

    private ItemFacts standing(Optional<FinalDecision> now) {
        return new ItemFacts(itemId, received, assessed, now, referred, notices, removed, reappeared, calledGone);
    }

    ItemFacts referredAt(Instant at) {
        return new ItemFacts(
                itemId, received, assessed, decision, earliest(referred, at), notices, removed, reappeared, calledGone);
    }

    ItemFacts notice(UUID noticeId, UnaryOperator<NoticeFacts> change) {
        Map<UUID, NoticeFacts> changed = new HashMap<>(notices);
        changed.put(noticeId, change.apply(notices.getOrDefault(noticeId, NoticeFacts.NONE)));
        return new ItemFacts(itemId, received, assessed, decision, referred, changed, removed, reappeared, calledGone);
    }

    ItemFacts removedAt(Instant at) {
        return new ItemFacts(
                itemId, received, assessed, decision, referred, notices, earliest(removed, at), reappeared, calledGone);
    }

    ItemFacts onlineAgainAt(Instant at) {
        return new ItemFacts(
                itemId, received, assessed, decision, referred, notices, Optional.empty(), Optional.of(at), calledGone);
    }

    ItemFacts calledGoneAt(Instant at) {
        Optional<Instant> last = calledGone.filter(before -> before.isAfter(at)).or(() -> Optional.of(at));
        return new ItemFacts(itemId, received, assessed, decision, referred, notices, removed, reappeared, last);
    }

    boolean is(FinalDecision.Outcome wanted) {
        return decision.filter(d -> d.outcome() == wanted).isPresent();
    }

    boolean illegal() {
        return is(FinalDecision.Outcome.ILLEGAL);
    }

    Optional<Instant> decided() {
        return decision.map(FinalDecision::at);
    }

    /** When the first notice left that is not known to have been lost. */
    Optional<Instant> notified() {
        return notices.values().stream().flatMap(n -> n.arrived().stream()).min(Instant::compareTo);
    }

    /** Gone without any notice having caused it: the host says so, or it was recorded before the first notice left. */
    boolean goneWithoutNotice() {
        return removed.isPresent()
                && (calledGoneSinceLastOnline()
                        || notified()
                                .filter(sent -> !sent.isAfter(removed.get()))
                                .isEmpty());
    }

    /** That a host called it gone before it came back says nothing of how it went afterwards. */
    private boolean calledGoneSinceLastOnline() {
        return calledGone
                .filter(said -> reappeared.filter(said::isBefore).isEmpty())
                .isPresent();
    }

    static Optional<Instant> earliest(Optional<Instant> known, Instant at) {
        return known.filter(before -> !before.isAfter(at)).or(() -> Optional.of(at));
    }
}
