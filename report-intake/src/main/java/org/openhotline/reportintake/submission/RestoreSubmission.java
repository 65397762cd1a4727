// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Optional;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.SubmissionEvent;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionAmended;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;

/**
 * A submission comes back from a backup or not: its reference and secret, its words and its contact are never told to
 * anybody. A backup is brought up to date: what is erased since does not come back with it.
 */
public final class RestoreSubmission implements Restoring<Submission> {
    @Override
    public Optional<Submission> after(Optional<Submission> present, Event event) {
        return switch ((SubmissionEvent) event) {
            case SubmissionReceived _ -> present;
            case SubmissionAmended e -> present.map(submission -> submission.with(e.circumstances()));
            case ReporterContactErased e ->
                present.map(s -> s.withoutContact(e.at()).state());
        };
    }
}
