// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.staff.Actor;

/** Stores that data is about to leave as a file or through an interface. Where it cannot, nothing may leave. */
public final class ExportLog {
    private final Accesses accesses;

    ExportLog(Accesses accesses) {
        this.accesses = accesses;
    }

    /** @param what a code such as {@code figures}; @param count how many rows, entries or files */
    public void leaving(String what, long count, Actor actor) {
        store(what, Optional.empty(), Optional.empty(), count, actor.id());
    }

    /** @param subjectId the one thing that all of it belongs to; @param account of a person or a partner's system */
    public void leaving(String what, UUID subjectId, long count, String account) {
        store(what, Optional.of(subjectId), Optional.empty(), count, account);
    }

    /** @param purpose a code such as {@code police-referral} */
    public void leaving(String what, UUID subjectId, String purpose, long count, Actor actor) {
        store(what, Optional.of(subjectId), Optional.of(purpose), count, actor.id());
    }

    private void store(String what, Optional<UUID> subjectId, Optional<String> purpose, long count, String account) {
        accesses.store(
                (id, service, now) -> new DataExported(id, account, service, what, subjectId, purpose, count, now));
    }
}
