// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.RemovalLifecycle;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.removal.RemovalStep;
import org.openhotline.takedown.web.Words;

/**
 * The page of one item.
 *
 * @param next what is expected now, in words
 * @param askForContact whether a contact can be entered
 * @param contactNeeded whether nothing goes on without one
 * @param askForRemoval whether it can be marked as removed
 * @param askForCheck whether it is to be found out whether it is still gone
 * @param openSecret the address and its host, only right after a logged reveal
 */
public record ItemView(
        UUID itemId,
        String id,
        String mark,
        String state,
        String next,
        String confirmed,
        String clock,
        UUID logEntry,
        String category,
        String country,
        String network,
        String police,
        boolean askForContact,
        boolean contactNeeded,
        boolean askForRemoval,
        boolean askForCheck,
        List<NoticeView> notices,
        String preview,
        Optional<OpenSecret> openSecret) {

    /** @param address defanged */
    public record OpenSecret(String address, String host, String networkAddresses, String provider, String contact) {}

    static ItemView of(
            Removal removal, List<NoticeView> notices, String preview, Optional<OpenSecret> secret, Instant now) {
        return new ItemView(
                removal.itemId(),
                Words.shortId(removal.itemId()),
                mark(removal.state()),
                state(removal.state()),
                next(removal, now),
                Words.time(removal.confirmed().at()),
                removal.state() == RemovalState.REMOVED
                        ? "gone after "
                                + Words.since(
                                        removal.confirmed().at(),
                                        removal.goneSince().orElse(removal.since()))
                        : Words.since(removal.confirmed().at(), now),
                removal.confirmed().logEntry(),
                removal.confirmed().classification().category(),
                removal.confirmed().trace().country().orElse("not known"),
                removal.confirmed().trace().asn().map(asn -> "AS" + asn).orElse("not known"),
                removal.referralId().isPresent() ? "referred" : "not referred",
                RemovalLifecycle.TABLE.allows(removal.state(), RemovalStep.ENTER_CONTACT),
                removal.state().needsOfficer(),
                RemovalLifecycle.TABLE.allows(removal.state(), RemovalStep.CONFIRM_REMOVED),
                RemovalLifecycle.TABLE.allows(removal.state(), RemovalStep.FIND_GONE),
                notices,
                preview,
                secret);
    }

    private static String next(Removal removal, Instant now) {
        return switch (removal.state()) {
            case OPENED -> "";
            case ON_HOLD ->
                removal.hold().map(hold -> DeskView.holdWords(hold, now)).orElse("") + ".";
            case NO_CONTACT -> "Nobody is known to write to. Find a contact and enter it below.";
            case NOTICE_DECIDED -> "The notice is on its way. Nothing is to be done.";
            case UNDELIVERED -> "The last notice came back. Find another contact and enter it below.";
            case NOTIFIED ->
                "The host was told " + Words.since(removal.since(), now)
                        + " ago. Mark the item as removed once you know that it is gone.";
            case ANSWERED -> removal.answer().map(DeskView::answer).orElse("The host answered.");
            case REMOVED -> "Nothing is to be done.";
            case CHECKING -> DeskView.check(removal);
            case WITH_POLICE -> "The police desk has it. It is no page, so nobody is notified.";
        };
    }

    private static String mark(RemovalState state) {
        return switch (state) {
            case OPENED, ON_HOLD, NOTICE_DECIDED, ANSWERED, CHECKING -> "waiting";
            case NO_CONTACT, UNDELIVERED -> "bad";
            case NOTIFIED -> "active";
            case REMOVED, WITH_POLICE -> "good";
        };
    }

    private static String state(RemovalState state) {
        return switch (state) {
            case NOTICE_DECIDED -> "going out";
            case UNDELIVERED -> "not delivered";
            case ANSWERED -> "host answered";
            case CHECKING -> "to be checked";
            case OPENED, ON_HOLD, NO_CONTACT, NOTIFIED, REMOVED, WITH_POLICE -> Words.of(state);
        };
    }
}
