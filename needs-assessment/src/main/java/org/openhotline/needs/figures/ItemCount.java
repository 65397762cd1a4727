// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.util.Optional;
import java.util.function.Predicate;
import org.openhotline.needs.figures.FinalDecision.Outcome;

/** What is counted in items, each with the rule it is counted by; the rule is printed beside the number. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
enum ItemCount {
    RECEIVED(
            "items-received",
            "Items received",
            "Different addresses first reported in the period. An address that is reported again, in any spelling that"
                    + " leads to the same place, is the same item and counts once.",
            Optional.empty(),
            item -> true),
    ASSESSED(
            "items-assessed",
            "Items assessed",
            "Items received on which an analyst has decided at least once, whatever the decision: on a page whether it"
                    + " is illegal, on anything else who deals with it.",
            Optional.of(RECEIVED),
            item -> item.assessed().isPresent()),
    NOT_ACCESSIBLE(
            "items-not-accessible",
            "of these, not accessible",
            "Items assessed with the final decision that they could not be seen, for example because they were gone.",
            Optional.of(ASSESSED),
            item -> item.assessed().isPresent() && item.is(Outcome.NOT_ACCESSIBLE)),
    NOT_ILLEGAL(
            "items-not-illegal",
            "of these, not illegal",
            "Items assessed with the final decision that they are not illegal.",
            Optional.of(ASSESSED),
            item -> item.assessed().isPresent() && item.is(Outcome.NOT_ILLEGAL)),
    PASSED_ON(
            "items-passed-on",
            "of these, passed on",
            "Items assessed that are no page, such as an account or a telephone number, and that others deal with: the"
                    + " police, to whom they are intelligence, a platform or a helpline.",
            Optional.of(ASSESSED),
            item -> item.assessed().isPresent() && item.is(Outcome.PASSED_ON)),
    TOO_LITTLE(
            "items-too-little",
            "of these, too little to act on",
            "Items assessed that are no page and about which too little was told for anybody to act on.",
            Optional.of(ASSESSED),
            item -> item.assessed().isPresent() && item.is(Outcome.TOO_LITTLE)),
    NOT_FINAL(
            "items-not-final",
            "of these, not final yet",
            "Items assessed on which no final decision stands: they wait for a second, blind decision, for more from"
                    + " the reporter, or for an analyst again since they were reported again.",
            Optional.of(ASSESSED),
            item -> item.assessed().isPresent() && item.decision().isEmpty()),
    ILLEGAL(
            "items-illegal",
            "Items found illegal",
            "Items received with the final decision that they are illegal.",
            Optional.of(ASSESSED),
            ItemFacts::illegal),
    NOTIFIED(
            "items-notified",
            "Items notified",
            "Illegal items that at least one sent notice is about. A notice that is known not to have arrived does not"
                    + " count; one notice can be about several items.",
            Optional.of(ILLEGAL),
            item -> item.illegal() && item.notified().isPresent()),
    REMOVED(
            "items-removed",
            "Items removed",
            "Illegal items recorded as gone, by the answer of the host or by an officer, whether after a notice or not."
                    + " An item found online again does not count until it is recorded as gone once more.",
            Optional.of(ILLEGAL),
            item -> item.illegal() && item.removed().isPresent()),
    GONE_WITHOUT_NOTICE(
            "items-gone-without-notice",
            "of these, gone without a notice",
            "Items removed where the host says they were gone before the notice came, or that were recorded as gone"
                    + " before any notice left.",
            Optional.of(REMOVED),
            item -> item.illegal() && item.goneWithoutNotice()),
    REAPPEARED(
            "items-reappeared",
            "Items found online again",
            "Illegal items that were recorded as gone and were later found online at least once, whether they are gone"
                    + " by now or not.",
            Optional.of(ILLEGAL),
            item -> item.illegal() && item.reappeared().isPresent());

    private final String id;
    private final String title;
    private final String rule;
    private final Optional<ItemCount> base;
    private final Predicate<ItemFacts> counts;

    ItemCount(String id, String title, String rule, Optional<ItemCount> base, Predicate<ItemFacts> counts) {
        this.id = id;
        this.title = title;
        this.rule = rule;
        this.base = base;
        this.counts = counts;
    }

    boolean counts(ItemFacts item) {
        return counts.test(item);
    }

    Count with(long value) {
        return new Count(id, title, "items", rule, base.map(b -> b.id), value);
    }
}
