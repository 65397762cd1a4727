// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.item.Verdict;

/**
 * What the events have told about one item so far. Facts of different services may arrive in any order, so each is kept
 * for itself: the earliest time stands, and of final decisions the latest.
 *
 * @param received first report of its address
 * @param assessed first decision of an analyst, whatever it was
 * @param verdict the final decision
 * @param decided when that decision became final
 * @param referred when the police desk first got a package about it
 * @param notices by notice
 * @param removed when it was recorded as gone
 * @param alreadyGone a host has answered that it was gone before the notice came
 */
public record ItemFacts(
        UUID itemId,
        Optional<Instant> received,
        Optional<Instant> assessed,
        Optional<Verdict> verdict,
        Optional<Instant> decided,
        Optional<Instant> referred,
        Map<UUID, NoticeFacts> notices,
        Optional<Instant> removed,
        boolean alreadyGone) {
    public ItemFacts {
        notices = Map.copyOf(notices);
    }

    public static ItemFacts none(UUID itemId) {
        Optional<Instant> never = Optional.empty();
        return new ItemFacts(itemId, never, never, Optional.empty(), never, never, Map.of(), never, false);
    }

    ItemFacts receivedAt(Instant at) {
        return new ItemFacts(
                itemId, earliest(received, at), assessed, verdict, decided, referred, notices, removed, alreadyGone);
    }

    ItemFacts assessedAt(Instant at) {
        return new ItemFacts(
                itemId, received, earliest(assessed, at), verdict, decided, referred, notices, removed, alreadyGone);
    }

    ItemFacts decidedAs(Verdict newVerdict, Instant at) {
        return decided.filter(before -> before.isAfter(at)).isPresent()
                ? this
                : new ItemFacts(
                        itemId,
                        received,
                        assessed,
                        Optional.of(newVerdict),
                        Optional.of(at),
                        referred,
                        notices,
                        removed,
                        alreadyGone);
    }

    ItemFacts referredAt(Instant at) {
        return new ItemFacts(
                itemId, received, assessed, verdict, decided, earliest(referred, at), notices, removed, alreadyGone);
    }

    ItemFacts notice(UUID noticeId, UnaryOperator<NoticeFacts> change) {
        Map<UUID, NoticeFacts> changed = new HashMap<>(notices);
        changed.put(noticeId, change.apply(notices.getOrDefault(noticeId, NoticeFacts.NONE)));
        return new ItemFacts(itemId, received, assessed, verdict, decided, referred, changed, removed, alreadyGone);
    }

    ItemFacts removedAt(Instant at) {
        return new ItemFacts(
                itemId, received, assessed, verdict, decided, referred, notices, earliest(removed, at), alreadyGone);
    }

    ItemFacts goneBeforeNotice() {
        return new ItemFacts(itemId, received, assessed, verdict, decided, referred, notices, removed, true);
    }

    boolean is(Verdict wanted) {
        return verdict.filter(wanted::equals).isPresent();
    }

    boolean illegal() {
        return is(Verdict.ILLEGAL);
    }

    /** When the first notice left that is not known to have been lost. */
    Optional<Instant> notified() {
        return notices.values().stream().flatMap(n -> n.arrived().stream()).min(Instant::compareTo);
    }

    /** Gone without any notice having caused it: the host says so, or it was recorded before the first notice left. */
    boolean goneWithoutNotice() {
        return removed.isPresent()
                && (alreadyGone
                        || notified()
                                .filter(sent -> !sent.isAfter(removed.get()))
                                .isEmpty());
    }

    static Optional<Instant> earliest(Optional<Instant> known, Instant at) {
        return known.filter(before -> !before.isAfter(at)).or(() -> Optional.of(at));
    }
}
