// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.access.AddressReveal;
import org.openhotline.chassis.web.Defanged;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.desk.web.ItemView.OpenSecret;
import org.openhotline.takedown.hosting.LocateAgain;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterText;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.notice.WriteNotice;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.Removals;
import org.springframework.stereotype.Component;

/** Gathers the page of one item, closed or, after a logged reveal, with its address. */
@Component
final class ItemPage {
    private static final String PURPOSE = "takedown";

    private final Removals removals;
    private final Notices notices;
    private final AddressReveal reveal;
    private final Opening opening;
    private final LocateAgain hosting;
    private final Preview preview;
    private final InstantSource clock;

    ItemPage(
            Removals removals,
            Notices notices,
            AddressReveal reveal,
            Opening opening,
            LocateAgain hosting,
            Preview preview,
            InstantSource clock) {
        this.removals = removals;
        this.notices = notices;
        this.reveal = reveal;
        this.opening = opening;
        this.hosting = hosting;
        this.preview = preview;
        this.clock = clock;
    }

    ItemView closed(UUID itemId) {
        Removal removal = removals.get(itemId);
        Instant now = clock.instant();
        List<NoticeView> lines = notices.about(itemId).stream()
                .map(notice -> NoticeView.of(notice, Optional.empty(), now))
                .toList();
        return ItemView.of(removal, lines, "", Optional.empty(), now);
    }

    /** Stored as a reveal before anything is opened. */
    ItemView open(UUID itemId, Actor actor) {
        Removal removal = removals.get(itemId);
        String address = reveal.reveal(itemId, removal.confirmed().address(), actor, PURPOSE);
        Instant now = clock.instant();
        List<NoticeView> lines = notices.about(itemId).stream()
                .map(notice -> NoticeView.of(notice, recipient(notice), now))
                .toList();
        return ItemView.of(removal, lines, preview.of(removal), Optional.of(secret(removal, address)), now);
    }

    private Optional<String> recipient(Notice notice) {
        return notice.sending()
                .map(sending -> opening.open(Notice.recipientField(notice.noticeId()), sending.recipient()));
    }

    private OpenSecret secret(Removal removal, String address) {
        Optional<HostDetails> details =
                hosting.details(removal.itemId(), removal.confirmed().trace());
        return new OpenSecret(
                Defanged.text(address),
                details.map(HostDetails::host).map(Defanged::text).orElse("not known"),
                details.map(d -> String.join(", ", d.addresses()))
                        .filter(text -> !text.isEmpty())
                        .orElse("not known"),
                details.flatMap(HostDetails::provider).orElse("not known"),
                details.flatMap(HostDetails::abuseContact).orElse("not known"));
    }

    /** The words of a notice as they would go out. */
    @Component
    static final class Preview {
        private final WriteNotice writing;
        private final LetterText text;

        Preview(WriteNotice writing, LetterText text) {
            this.writing = writing;
            this.text = text;
        }

        String of(Removal removal) {
            Letter letter = writing.preview(removal);
            return "Subject: " + text.subject(letter) + "\n\n" + text.body(letter);
        }
    }
}
