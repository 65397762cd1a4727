// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.event.AccessEvent;
import org.openhotline.contracts.event.AccessEvent.AccessDenied;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.event.Event;

/** One look at something of one subject, such as a submission; nothing about it changes afterwards. */
public record Access(UUID subjectId) {
    /** As it was told. */
    public static Optional<Access> restored(Optional<Access> present, Event event) {
        return switch ((AccessEvent) event) {
            case ContactRevealed e -> Optional.of(new Access(e.submissionId()));
            case MessagesRevealed e -> Optional.of(new Access(e.submissionId()));
            case WordsRevealed e -> Optional.of(new Access(e.subjectId()));
            case AddressRevealed _, DataExported _, AccessDenied _ -> present;
        };
    }
}
