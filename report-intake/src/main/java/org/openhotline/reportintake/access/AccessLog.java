// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access;

import java.util.UUID;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.staff.Actor;

/** Stores that somebody is about to look. Where it cannot, it throws, and nothing may be shown. */
public final class AccessLog {
    private final Accesses accesses;

    public AccessLog(Accesses accesses) {
        this.accesses = accesses;
    }

    public void contact(UUID submissionId, UUID disclosureId, Actor actor) {
        accesses.store(
                (id, service, now) -> new ContactRevealed(id, submissionId, disclosureId, actor.id(), service, now));
    }

    public void messages(UUID submissionId, Actor actor) {
        accesses.store((id, service, now) -> new MessagesRevealed(id, submissionId, actor.id(), service, now));
    }

    /** Other sealed words. @param what a code such as {@code disclosure-reasons} */
    public void words(UUID subjectId, String what, Actor actor) {
        accesses.store((id, service, now) -> new WordsRevealed(id, subjectId, what, actor.id(), service, now));
    }
}
