// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.takedown.hosting.LocateAgain;
import org.openhotline.takedown.hosting.Located;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterItem;
import org.openhotline.takedown.removal.Removal;

/** Finds out whom to write to and what, right before sending. A new answer link goes into every attempt. */
public final class WriteNotice {

    /** @param publicOrigin where hosts reach the answer pages; @param linkValid how long a link works */
    public record Links(String publicOrigin, Duration linkValid, RandomGenerator random) {

        String to(AnswerLink link) {
            return publicOrigin + "/takedown/answer/" + link.token();
        }
    }

    private final LocateAgain locating;
    private final Opening opening;
    private final Sealing sealing;
    private final Links links;
    private final InstantSource clock;

    public WriteNotice(LocateAgain locating, Opening opening, Sealing sealing, Links links, InstantSource clock) {
        this.locating = locating;
        this.opening = opening;
        this.sealing = sealing;
        this.links = links;
        this.clock = clock;
    }

    /** Empty where there is nobody to write to any more. */
    Optional<WrittenNotice> write(Notice notice) {
        NoticeItem first = notice.items().getFirst();
        List<LetterItem> items = new ArrayList<>();
        Located place = locating.locate(first.itemId(), first.confirmed());
        items.add(item(first, place));
        for (NoticeItem item : notice.items().subList(1, notice.items().size())) {
            items.add(item(item, locating.locate(item.itemId(), item.confirmed())));
        }
        return enteredContact(notice).or(place::contact).map(contact -> written(notice, contact, items, place));
    }

    /** The letter as it would read now, with no look-up and no working link: nothing can be sent from it. */
    public Letter preview(Removal removal) {
        NoticeItem item = NoticeItem.of(removal);
        Located place = locating.asAssessed(removal.itemId(), removal.confirmed());
        Instant now = clock.instant();
        return new Letter(
                removal.itemId(),
                "N-0000-0000",
                "",
                List.of(item(item, place)),
                links.publicOrigin() + "/takedown/answer/…",
                now.plus(links.linkValid()),
                now);
    }

    private WrittenNotice written(Notice notice, String contact, List<LetterItem> items, Located place) {
        AnswerLink link = AnswerLink.fresh(links.random());
        Instant now = clock.instant();
        Letter letter = new Letter(
                notice.noticeId(), notice.number(), contact, items, links.to(link), now.plus(links.linkValid()), now);
        boolean changed = notice.enteredContact().isEmpty() && place.contactChanged();
        return new WrittenNotice(
                letter, link, sealing.seal(Notice.recipientField(notice.noticeId()), contact), changed, place.trace());
    }

    private Optional<String> enteredContact(Notice notice) {
        NoticeItem first = notice.items().getFirst();
        return notice.enteredContact().map(text -> opening.open(Removal.contactField(first.itemId()), text));
    }

    private static LetterItem item(NoticeItem item, Located place) {
        return new LetterItem(
                item.reportId(),
                place.exact(),
                place.host(),
                place.trace().asn(),
                place.trace().country(),
                place.trace().at(),
                item.confirmed().at(),
                item.confirmed().logEntry(),
                item.confirmed().classification(),
                item.policeInformed());
    }
}
