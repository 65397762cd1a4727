// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.report.Source;

/** What happens to one list of many reports (report-intake); each row that is taken is a submission of its own. */
public sealed interface ImportEvent extends IntakeEvent {

    UUID importId();

    /** @param account who sends it, at the identity provider; @param format {@code csv}, {@code ndjson} or {@code xarf} */
    record ImportStarted(UUID importId, String account, Source source, String format, Instant at)
            implements ImportEvent {}

    /** The list was read to its end. @param rows all of them; @param accepted stored, now or before */
    record ImportFinished(UUID importId, long rows, long accepted, long refused, Instant at) implements ImportEvent {}
}
