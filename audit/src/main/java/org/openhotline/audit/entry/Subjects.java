// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.event.AccessEvent;
import org.openhotline.contracts.event.AssessedItemEvent;
import org.openhotline.contracts.event.ConfigurationEvent;
import org.openhotline.contracts.event.CorrespondenceEvent;
import org.openhotline.contracts.event.DisclosureEvent;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.IdentityEvent;
import org.openhotline.contracts.event.ImportEvent;
import org.openhotline.contracts.event.LegalHoldEvent;
import org.openhotline.contracts.event.LogEvent;
import org.openhotline.contracts.event.MailEvent;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.PurgeEvent;
import org.openhotline.contracts.event.ReferralEvent;
import org.openhotline.contracts.event.RemovalEvent;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.SubmissionEvent;

/** What an event is about, so that "everything about this item" can be asked. */
final class Subjects {
    private Subjects() {}

    static Set<UUID> of(Event event) {
        return switch (event) {
            case SubmissionEvent.SubmissionReceived received -> with(received.submissionId(), received.items());
            case SubmissionEvent.SubmissionAmended amended -> with(amended.submissionId(), amended.items());
            case SubmissionEvent.ReporterContactErased erased -> Set.of(erased.submissionId());
            case ReportedItemEvent.ItemReported reported -> Set.of(reported.itemId(), reported.submissionId());
            case ReportedItemEvent.ItemReportedAgain again -> Set.of(again.itemId(), again.submissionId());
            case ReportedItemEvent.ItemReportAmended amended -> Set.of(amended.itemId(), amended.submissionId());
            case ImportEvent imported -> Set.of(imported.importId());
            case MailEvent.MailTaken mail -> with(mail.mailId(), mail.submissions());
            case MailEvent.MailRefused mail -> Set.of(mail.mailId());
            case AssessedItemEvent assessed -> Set.of(assessed.itemId());
            case RemovalEvent removal -> Set.of(removal.itemId());
            case NoticeEvent notice -> with(notice.noticeId(), notice.items());
            case ReferralEvent referral -> Set.of(referral.referralId(), referral.itemId());
            case AccessEvent.AddressRevealed revealed -> Set.of(revealed.accessId(), revealed.itemId());
            case AccessEvent.ContactRevealed revealed ->
                Set.of(revealed.accessId(), revealed.submissionId(), revealed.disclosureId());
            case AccessEvent.MessagesRevealed revealed -> Set.of(revealed.accessId(), revealed.submissionId());
            case AccessEvent.WordsRevealed revealed -> Set.of(revealed.accessId(), revealed.subjectId());
            case AccessEvent.DataExported exported ->
                with(exported.accessId(), exported.subjectId().stream().toList());
            case AccessEvent.AccessDenied denied -> Set.of(denied.accessId());
            case IdentityEvent identity -> Set.of(identity.occurrenceId());
            case ConfigurationEvent configuration -> Set.of(configuration.configurationId());
            case LegalHoldEvent hold -> Set.of(hold.submissionId());
            case PurgeEvent purge -> Set.of(purge.purgeId());
            case DisclosureEvent disclosure -> Set.of(disclosure.disclosureId(), disclosure.submissionId());
            case CorrespondenceEvent.ReporterAsked asked -> with(asked.submissionId(), asked.items());
            case CorrespondenceEvent.ReporterAnswered answered -> with(answered.submissionId(), answered.items());
            case CorrespondenceEvent.MessagesErased erased -> Set.of(erased.submissionId());
            case LogEvent log -> Set.of(log.logId());
        };
    }

    private static Set<UUID> with(UUID first, List<UUID> others) {
        Set<UUID> all = new LinkedHashSet<>(others);
        all.add(first);
        return all;
    }
}
