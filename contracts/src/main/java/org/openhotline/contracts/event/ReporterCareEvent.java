// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

/** What is done with the data of reporters (report-intake): kept, shown, asked for and erased. */
public sealed interface ReporterCareEvent extends Event
        permits LegalHoldEvent, PurgeEvent, DisclosureEvent, CorrespondenceEvent {}
