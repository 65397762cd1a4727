// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Actor;

/**
 * One message to one contact.
 *
 * @param number for people, see {@link NoticeNumber}
 * @param enteredContact a contact that a takedown officer entered, sealed for its item; used instead of a traced one
 * @param dueAt when the next attempt may start
 * @param tries attempts that have failed
 * @param problem code of the last failure
 * @param sending the last hand-over, kept for the record and for the answer link
 * @param resolvedBy the takedown officer who found out about an unknown delivery
 */
public record Notice(
        UUID noticeId,
        NoticeState state,
        String number,
        List<NoticeItem> items,
        Optional<Sealed> enteredContact,
        Instant queuedAt,
        Instant dueAt,
        int tries,
        Optional<String> problem,
        Optional<Attempt> attempt,
        Optional<Sending> sending,
        Optional<Instant> sentAt,
        Optional<String> resolvedBy,
        Optional<Answer> answer) {

    public Notice {
        items = List.copyOf(items);
    }

    public static SealedField recipientField(UUID noticeId) {
        return new SealedField("notice", noticeId, "recipient");
    }

    static Decision<Notice> queue(UUID noticeId, List<NoticeItem> items, Optional<Sealed> enteredContact, Instant now) {
        Notice notice = new Notice(
                noticeId,
                NoticeLifecycle.TABLE.initial(),
                NoticeNumber.of(noticeId),
                items,
                enteredContact,
                now,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Decision.of(notice, new NoticeQueued(noticeId, notice.itemIds(), now));
    }

    public List<UUID> itemIds() {
        return items.stream().map(NoticeItem::itemId).toList();
    }

    /** Takes the right to send for {@code lease}; nothing happens where another worker has it or it is not due. */
    Decision<Notice> claim(UUID attemptId, Duration lease, Instant now) {
        if (state != NoticeState.PLANNED || now.isBefore(dueAt)) {
            return Decision.of(this);
        }
        Instant until = now.plus(lease);
        return Decision.of(
                copy().attempt(new Attempt(attemptId, until)).dueAt(until).make());
    }

    boolean isClaimedBy(UUID attemptId) {
        return attempt.filter(a -> a.id().equals(attemptId)).isPresent();
    }

    /** @throws Conflict where the attempt has lost its right, so that nothing may leave */
    Decision<Notice> startSending(UUID attemptId, Sending how) {
        if (!isClaimedBy(attemptId)) {
            throw new Conflict("Another attempt has taken over.");
        }
        return Decision.of(copy().state(next(NoticeStep.START_SENDING, Actor.SYSTEM))
                .sending(how)
                .make());
    }

    /** What the attempt led to. Nothing happens where somebody else has gone on meanwhile. */
    Decision<Notice> finish(UUID attemptId, Delivery outcome, Duration retryAfter, Instant now) {
        NoticeStep step = switch (outcome) {
            case Delivery.Accepted _ -> NoticeStep.ACCEPT;
            case Delivery.Refused _ -> NoticeStep.REFUSE;
            case Delivery.Postponed _ -> NoticeStep.POSTPONE;
            case Delivery.Lost _ -> NoticeStep.LOSE_TRACK;
        };
        if (!isClaimedBy(attemptId) || !NoticeLifecycle.TABLE.allows(state, step)) {
            return Decision.of(this);
        }
        Copy after = copy().state(next(step, Actor.SYSTEM));
        return switch (outcome) {
            case Delivery.Accepted _ -> sent(after, now);
            case Delivery.Refused refused ->
                Decision.of(
                        after.problem(refused.reason()).make(),
                        new NoticeBounced(noticeId, itemIds(), refused.reason(), now));
            case Delivery.Postponed postponed ->
                Decision.of(after.problem(postponed.reason())
                        .failed()
                        .plannedAt(now.plus(retryAfter))
                        .make());
            case Delivery.Lost _ -> Decision.of(after.make(), new NoticeDeliveryUnknown(noticeId, itemIds(), now));
        };
    }

    /** The worker that handed it over was never heard of again. */
    Decision<Notice> loseTrack(Instant handedOverBefore, Instant now) {
        boolean silent =
                sending.filter(s -> s.since().isBefore(handedOverBefore)).isPresent();
        if (state != NoticeState.SENDING || !silent) {
            return Decision.of(this);
        }
        NoticeState lost = next(NoticeStep.LOSE_TRACK, Actor.SYSTEM);
        return Decision.of(copy().state(lost).make(), new NoticeDeliveryUnknown(noticeId, itemIds(), now));
    }

    /** A person found out that it has been delivered. */
    Decision<Notice> foundSent(Actor actor, Instant now) {
        return sent(copy().state(next(NoticeStep.FIND_SENT, actor)).resolvedBy(actor.id()), now);
    }

    /** A person found out that it has not been delivered; it is due again, and its old link is dead. */
    Decision<Notice> foundNotSent(Actor actor, Instant now) {
        return Decision.of(copy().state(next(NoticeStep.FIND_NOT_SENT, actor))
                .resolvedBy(actor.id())
                .plannedAt(now)
                .make());
    }

    /** @throws NotFound where the link is not, not any more or no longer good; nothing tells which */
    public Decision<Notice> answer(HostAnswer said, String linkHash, Instant now) {
        if (!isOpenTo(linkHash, now)) {
            throw none();
        }
        List<Event> facts = new ArrayList<>();
        if (state != NoticeState.SENT) {
            facts.add(new NoticeSent(noticeId, itemIds(), now));
        }
        facts.add(new NoticeAcknowledged(noticeId, itemIds(), said, now));
        Notice answered = copy().state(next(NoticeStep.ANSWER, Actor.HOST))
                .sentAt(sentAt.orElse(now))
                .answer(new Answer(said, now))
                .make();
        return new Decision<>(answered, facts);
    }

    /** Whether an answer through this link would be taken. */
    public boolean isOpenTo(String linkHash, Instant now) {
        return NoticeLifecycle.TABLE.allows(state, NoticeStep.ANSWER)
                && sending.filter(s -> s.linkHash().equals(linkHash) && now.isBefore(s.linkUntil()))
                        .isPresent();
    }

    /** It was queued and, so far, nothing else was heard of it: it may have left. */
    Notice queuedLongAgo(Instant at) {
        return new Notice(
                noticeId,
                NoticeState.UNKNOWN,
                number,
                items,
                enteredContact,
                at,
                at,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Notice known(NoticeState told, Optional<Instant> sent) {
        Copy after = copy().state(told);
        return sent.map(after::sentAt).orElse(after).make();
    }

    Notice knownToBounce(String reason) {
        return copy().state(NoticeState.BOUNCED).problem(reason).make();
    }

    Notice knownToBeAnswered(Answer said) {
        return copy().state(NoticeState.ANSWERED)
                .sentAt(sentAt.orElse(said.at()))
                .answer(said)
                .make();
    }

    private static NotFound none() {
        return Notices.none();
    }

    private Decision<Notice> sent(Copy after, Instant now) {
        return Decision.of(after.sentAt(now).make(), new NoticeSent(noticeId, itemIds(), now));
    }

    private NoticeState next(NoticeStep step, Actor actor) {
        return NoticeLifecycle.TABLE.next(state, step, actor);
    }

    private Copy copy() {
        return new Copy(this);
    }

    /** A changed copy; keeps the commands above readable. */
    private static final class Copy {
        private final Notice from;
        private NoticeState state;
        private Instant dueAt;
        private int tries;
        private Optional<String> problem;
        private Optional<Attempt> attempt;
        private Optional<Sending> sending;
        private Optional<Instant> sentAt;
        private Optional<String> resolvedBy;
        private Optional<Answer> answer;

        Copy(Notice from) {
            this.from = from;
            state = from.state;
            dueAt = from.dueAt;
            tries = from.tries;
            problem = from.problem;
            attempt = from.attempt;
            sending = from.sending;
            sentAt = from.sentAt;
            resolvedBy = from.resolvedBy;
            answer = from.answer;
        }

        Copy state(NoticeState value) {
            state = value;
            return this;
        }

        Copy dueAt(Instant value) {
            dueAt = value;
            return this;
        }

        Copy failed() {
            tries++;
            return this;
        }

        Copy problem(String value) {
            problem = Optional.of(value);
            return this;
        }

        Copy attempt(Attempt value) {
            attempt = Optional.of(value);
            return this;
        }

        Copy sending(Sending value) {
            sending = Optional.of(value);
            return this;
        }

        /** Back to the start: nobody has the right to send, and no link is out. */
        Copy plannedAt(Instant value) {
            dueAt = value;
            attempt = Optional.empty();
            sending = Optional.empty();
            return this;
        }

        Copy sentAt(Instant value) {
            sentAt = Optional.of(value);
            return this;
        }

        Copy resolvedBy(String value) {
            resolvedBy = Optional.of(value);
            return this;
        }

        Copy answer(Answer value) {
            answer = Optional.of(value);
            return this;
        }

        Notice make() {
            return new Notice(
                    from.noticeId,
                    state,
                    from.number,
                    from.items,
                    from.enteredContact,
                    from.queuedAt,
                    dueAt,
                    tries,
                    problem,
                    attempt,
                    sending,
                    sentAt,
                    resolvedBy,
                    answer);
        }
    }
}
