// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AccessEvent;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.staff.Actor;

/** Stores that somebody is about to look. Where it cannot, it throws, and nothing may be shown. */
public final class AccessLog {
    private static final String SERVICE = "report-intake";

    private final Aggregates<Access> accesses;
    private final Ids ids;
    private final InstantSource clock;

    public AccessLog(Aggregates<Access> accesses, Ids ids, InstantSource clock) {
        this.accesses = accesses;
        this.ids = ids;
        this.clock = clock;
    }

    public void contact(UUID submissionId, UUID disclosureId, Actor actor) {
        UUID id = ids.next();
        store(
                id,
                submissionId,
                new ContactRevealed(id, submissionId, disclosureId, actor.id(), SERVICE, clock.instant()));
    }

    public void messages(UUID submissionId, Actor actor) {
        UUID id = ids.next();
        store(id, submissionId, new MessagesRevealed(id, submissionId, actor.id(), SERVICE, clock.instant()));
    }

    /** Other sealed words. @param what a code such as {@code disclosure-reasons} */
    public void words(UUID subjectId, String what, Actor actor) {
        UUID id = ids.next();
        store(id, subjectId, new WordsRevealed(id, subjectId, what, actor.id(), SERVICE, clock.instant()));
    }

    private void store(UUID id, UUID subjectId, AccessEvent event) {
        accesses.begin(id, ignored -> Decision.of(new Access(subjectId), event));
    }
}
