// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.answer;

import java.time.InstantSource;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.Notices;

/** What a host may do with its link: see what it is about, and answer once. */
public final class AnswerNotice {
    private final Notices notices;
    private final InstantSource clock;

    public AnswerNotice(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** @throws NotFound the same for a link that never was, was used, or is too old */
    public Notice look(AnswerLink link) {
        return notices.withLink(link.hash())
                .filter(notice -> notice.isOpenTo(link.hash(), clock.instant()))
                .orElseThrow(Notices::none);
    }

    /** @throws NotFound as {@link #look} */
    public Notice answer(AnswerLink link, HostAnswer said) {
        return notices.change(
                look(link).noticeId(),
                present -> present.orElseThrow(Notices::none).answer(said, link.hash(), clock.instant()));
    }
}
