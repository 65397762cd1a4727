// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.CorrespondenceEvent;
import org.openhotline.contracts.event.CorrespondenceEvent.MessagesErased;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAnswered;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAsked;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.sealing.Sealed;

/**
 * All messages about one submission, whose id it has.
 *
 * @param items of the submission
 * @param messages the oldest first
 * @param latest time of the last message; absent where all are erased
 * @param unread time of the first answer that no analyst has read
 */
public record Correspondence(
        UUID id, List<UUID> items, List<Message> messages, Optional<Instant> latest, Optional<Instant> unread) {
    static final int MOST_MESSAGES = 50;

    /** @param actor who asked; absent where it is the reporter's */
    public record Message(UUID id, Optional<String> actor, Sealed text, Instant at) {}

    public Correspondence {
        items = List.copyOf(items);
        messages = List.copyOf(messages);
    }

    /** The words come back from a backup or not; what was erased since does not come back with it. */
    public static Optional<Correspondence> restored(Optional<Correspondence> present, Event event) {
        return switch ((CorrespondenceEvent) event) {
            case ReporterAsked _, ReporterAnswered _ -> present;
            case MessagesErased e -> present.map(c -> c.erased(e.at()).state());
        };
    }

    static Correspondence empty(UUID submissionId, List<UUID> items) {
        return new Correspondence(submissionId, items, List.of(), Optional.empty(), Optional.empty());
    }

    /** Answers of the reporter so far. */
    public long answers() {
        return messages.stream().filter(m -> m.actor().isEmpty()).count();
    }

    Decision<Correspondence> ask(UUID messageId, String actor, Sealed text, Instant now) {
        if (has(messageId)) {
            return Decision.of(this);
        }
        return Decision.of(
                with(new Message(messageId, Optional.of(actor), text, now), unread),
                new ReporterAsked(id, items, messageId, actor, now));
    }

    /** Only where a question was put: nobody is to write to analysts unasked. */
    Decision<Correspondence> answer(UUID messageId, Sealed text, Instant now) {
        if (has(messageId)) {
            return Decision.of(this);
        }
        if (messages.isEmpty()) {
            throw new Conflict("Nothing was asked.");
        }
        return Decision.of(
                with(new Message(messageId, Optional.empty(), text, now), unread.or(() -> Optional.of(now))),
                new ReporterAnswered(id, items, messageId, now));
    }

    /** That an analyst reads is a fact of its own, told by whoever shows the messages. */
    Decision<Correspondence> read() {
        return Decision.of(new Correspondence(id, items, messages, latest, Optional.empty()));
    }

    Decision<Correspondence> erased(Instant now) {
        return messages.isEmpty() ? Decision.of(this) : Decision.of(empty(id, items), new MessagesErased(id, now));
    }

    private boolean has(UUID messageId) {
        return messages.stream().anyMatch(m -> m.id().equals(messageId));
    }

    private Correspondence with(Message message, Optional<Instant> firstUnread) {
        if (messages.size() >= MOST_MESSAGES) {
            throw new Conflict("There are too many messages already.");
        }
        return new Correspondence(
                id,
                items,
                Stream.concat(messages.stream(), Stream.of(message)).toList(),
                Optional.of(message.at()),
                firstUnread);
    }
}
