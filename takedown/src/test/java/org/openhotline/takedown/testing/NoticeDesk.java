// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.takedown.answer.AnswerNotice;
import org.openhotline.takedown.hosting.HostDetailsText;
import org.openhotline.takedown.hosting.LocateAgain;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.QueueNotice;
import org.openhotline.takedown.notice.ResolveDelivery;
import org.openhotline.takedown.notice.SendNotice;
import org.openhotline.takedown.notice.WatchSendings;
import org.openhotline.takedown.notice.WriteNotice;
import org.openhotline.takedown.notice.WriteNotice.Links;
import org.openhotline.takedown.removal.EnterContact;
import org.openhotline.takedown.removal.OpenRemoval;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryNotices;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryRemovals;
import tools.jackson.databind.json.JsonMapper;

/** The whole notice business on doubles. */
public final class NoticeDesk {
    public final TestClock clock = new TestClock();
    public final PlainSealing sealing = new PlainSealing();
    public final FakeTracing tracing = new FakeTracing();
    public final FakeChannel channel = new FakeChannel();
    public final InMemoryRemovals removals = new InMemoryRemovals();
    public final InMemoryNotices notices = new InMemoryNotices();
    public final CountryProfile country = Examples.country(PoliceGate.NOTIFY_PARALLEL);
    public final LocateAgain locating = new LocateAgain(tracing, sealing, sealing, new DetailsText(), clock);
    public final WriteNotice writing = new WriteNotice(
            locating, sealing, sealing, new Links("http://127.0.0.1:8080", Duration.ofDays(14), new Random(1)), clock);
    public final Told told = new Told();
    public final SendNotice sending =
            new SendNotice(notices, writing, told, List.of(channel), country.notices(), UUID::randomUUID, clock);
    public final WatchSendings watching = new WatchSendings(notices, Duration.ofMinutes(2), clock);
    public final ResolveDelivery resolving = new ResolveDelivery(notices, clock);
    public final AnswerNotice answering = new AnswerNotice(notices, clock);

    /** A notice planned about a new item; @return its id */
    public UUID planned() {
        return planned(true, Optional.empty());
    }

    /** A notice planned to a contact that an officer entered; @return its id */
    public UUID plannedTo(String contact) {
        return planned(false, Optional.of(contact));
    }

    private UUID planned(boolean contactKnown, Optional<String> entered) {
        UUID item = UUID.randomUUID();
        AssessmentConfirmed event = Examples.confirmed(sealing, item, contactKnown);
        new OpenRemoval(removals, country, UUID::randomUUID, clock).open(event, Examples.received(event, item, 1));
        entered.ifPresent(contact -> new EnterContact(removals, told, sealing, UUID::randomUUID, clock)
                .enter(item, contact, Examples.OFFICER));
        NoticeDecided decided = removals.events().stream()
                .filter(NoticeDecided.class::isInstance)
                .map(NoticeDecided.class::cast)
                .filter(e -> e.itemId().equals(item))
                .findFirst()
                .orElseThrow();
        new QueueNotice(notices, removals, clock).queue(decided, Examples.received(decided, item, 2));
        return decided.noticeId();
    }

    public Notice notice(UUID noticeId) {
        return notices.find(noticeId).orElseThrow();
    }

    /** The link in the last letter handed over. */
    public AnswerLink lastLink() {
        String link = channel.handedOver().getLast().answerLink();
        return new AnswerLink(link.substring(link.lastIndexOf('/') + 1));
    }

    private static final class DetailsText implements HostDetailsText {
        private final JsonMapper json = JsonMapper.builder().build();

        @Override
        public String write(HostDetails details) {
            return json.writeValueAsString(details);
        }

        @Override
        public HostDetails read(String text) {
            return json.readValue(text, HostDetails.class);
        }
    }
}
