// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;

/** A fact that has happened. Holds ids, codes, times and sealed texts; never an address, a person or words in clear. */
public sealed interface Event
        permits SubmissionEvent,
                ReportedItemEvent,
                IntakeEvent,
                AssessedItemEvent,
                RemovalEvent,
                NoticeEvent,
                ReferralEvent,
                LogEvent,
                ReporterCareEvent,
                OversightEvent {
    Instant at();
}
