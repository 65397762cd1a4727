// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.NoticeState;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.removal.Hold;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.removal.Removals;
import org.openhotline.takedown.web.Words;

/** What the officer's desk shows, what needs a hand first. */
public record DeskView(
        List<DeskRow> needHand,
        List<DeskRow> waiting,
        List<DeskRow> onHold,
        List<DeskRow> removed,
        long waitingInAll,
        long onHoldInAll,
        long removedInAll) {
    private static final int SHOWN = 100;
    private static final int REMOVED_SHOWN = 20;
    private static final int TRIES_BEFORE_TOLD = 3;
    private static final Set<RemovalState> NEED_HAND =
            Set.of(RemovalState.NO_CONTACT, RemovalState.UNDELIVERED, RemovalState.ANSWERED, RemovalState.CHECKING);
    private static final Set<RemovalState> WAITING = Set.of(RemovalState.NOTICE_DECIDED, RemovalState.NOTIFIED);
    private static final Set<RemovalState> ON_HOLD = Set.of(RemovalState.ON_HOLD);

    static DeskView of(Removals removals, Notices notices, Instant now) {
        List<DeskRow> needHand = new ArrayList<>();
        notices.in(Set.of(NoticeState.UNKNOWN), SHOWN).forEach(notice -> needHand.add(unknown(notice, now)));
        removals.in(NEED_HAND, SHOWN).forEach(removal -> needHand.add(needsHand(removal, now)));
        notices.delayed(TRIES_BEFORE_TOLD, SHOWN).forEach(notice -> needHand.add(delayed(notice, now)));
        return new DeskView(
                needHand,
                removals.in(WAITING, SHOWN).stream()
                        .map(removal -> waiting(removal, now))
                        .toList(),
                removals.in(ON_HOLD, SHOWN).stream()
                        .map(removal -> onHold(removal, now))
                        .toList(),
                removals.lastRemoved(REMOVED_SHOWN).stream()
                        .map(removal -> removed(removal, now))
                        .toList(),
                removals.count(WAITING),
                removals.count(ON_HOLD),
                removals.count(Set.of(RemovalState.REMOVED)));
    }

    private static DeskRow unknown(Notice notice, Instant now) {
        return DeskRow.of(
                notice,
                "bad",
                "delivery unknown",
                "The mail server did not say whether it took notice " + notice.number() + ". Find out, then tell here.",
                now);
    }

    private static DeskRow delayed(Notice notice, Instant now) {
        return DeskRow.of(
                notice,
                "waiting",
                "delayed",
                "Notice %s could not be sent %d times (%s). The next try is %s."
                        .formatted(
                                notice.number(),
                                notice.tries(),
                                notice.problem().orElse("no reason given"),
                                Words.until(notice.dueAt(), now)),
                now);
    }

    private static DeskRow needsHand(Removal removal, Instant now) {
        return switch (removal.state()) {
            case NO_CONTACT ->
                DeskRow.of(removal, "bad", "no contact", "Nobody is known to write to. Enter a contact.", now);
            case UNDELIVERED ->
                DeskRow.of(removal, "bad", "not delivered", "The last notice came back. Enter another contact.", now);
            case CHECKING ->
                DeskRow.of(
                        removal,
                        "waiting",
                        removal.hostsWord().isPresent() ? "to be checked" : "reported again",
                        check(removal),
                        now);
            default ->
                DeskRow.of(
                        removal,
                        "waiting",
                        "host answered",
                        removal.answer().map(DeskView::answer).orElse("The host answered."),
                        now);
        };
    }

    static String check(Removal removal) {
        return removal.hostsWord().isPresent()
                ? "Its host said that it is gone. Find out whether it is, and say so."
                : "It was removed and is reported again. Find out whether it is still gone, and say so.";
    }

    static String answer(HostAnswer answer) {
        return switch (answer) {
            case REMOVED -> "The host says that it removed the content.";
            case ALREADY_GONE -> "The host says that the content was gone already.";
            case NOT_OURS -> "The host says that it is not theirs. Find the right contact.";
            case NEED_MORE -> "The host needs to know more. Write to it.";
            case DISPUTED -> "The host disputes the notice. Look at its reasons.";
        };
    }

    private static DeskRow waiting(Removal removal, Instant now) {
        return removal.state() == RemovalState.NOTIFIED
                ? DeskRow.of(
                        removal, "active", "notified", "Notice sent " + Words.since(removal.since(), now) + " ago", now)
                : DeskRow.of(removal, "waiting", "going out", "The notice is on its way", now);
    }

    private static DeskRow onHold(Removal removal, Instant now) {
        return DeskRow.of(
                removal,
                "waiting",
                "on hold",
                removal.hold().map(hold -> holdWords(hold, now)).orElse(""),
                now);
    }

    static String holdWords(Hold hold, Instant now) {
        return hold.silenceReleases()
                ? "The notice goes out by itself " + Words.until(hold.until(), now)
                : "Waits for the police desk's word; asked for " + Words.until(hold.until(), now);
    }

    private static DeskRow removed(Removal removal, Instant now) {
        String took = Words.since(removal.confirmed().at(), removal.goneSince().orElse(removal.since()));
        return DeskRow.of(removal, "good", "removed", "Gone " + took + " after it was confirmed", now);
    }
}
