// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CloudEvents {@code type} of every event, written down once. A published line never changes; a new shape that old
 * consumers could not read gets a new line with the next version.
 */
public final class WireNames {
    private static final Map<Class<? extends Event>, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, Class<? extends Event>> TYPES = new LinkedHashMap<>();

    static {
        name(SubmissionEvent.SubmissionReceived.class, "openhotline.submission.received.v1");
        name(SubmissionEvent.SubmissionAmended.class, "openhotline.submission.amended.v1");
        name(SubmissionEvent.ReporterContactErased.class, "openhotline.submission.contact-erased.v1");
        name(ReportedItemEvent.ItemReported.class, "openhotline.reported-item.reported.v1");
        name(ReportedItemEvent.ItemReportedAgain.class, "openhotline.reported-item.reported-again.v1");
        name(ReportedItemEvent.ItemReportAmended.class, "openhotline.reported-item.report-amended.v1");
        name(ImportEvent.ImportStarted.class, "openhotline.import.started.v1");
        name(ImportEvent.ImportFinished.class, "openhotline.import.finished.v1");
        name(MailEvent.MailTaken.class, "openhotline.mail.taken.v1");
        name(MailEvent.MailRefused.class, "openhotline.mail.refused.v1");
        name(AssessedItemEvent.ItemTraced.class, "openhotline.assessed-item.traced.v1");
        name(AssessedItemEvent.ItemClaimed.class, "openhotline.assessed-item.claimed.v1");
        name(AssessedItemEvent.ClaimReleased.class, "openhotline.assessed-item.claim-released.v1");
        name(AssessedItemEvent.ItemAssessed.class, "openhotline.assessed-item.assessed.v1");
        name(AssessedItemEvent.ReviewRequested.class, "openhotline.assessed-item.review-requested.v1");
        name(AssessedItemEvent.ItemReviewed.class, "openhotline.assessed-item.reviewed.v1");
        name(AssessedItemEvent.AssessmentConfirmed.class, "openhotline.assessed-item.confirmed.v1");
        name(AssessedItemEvent.ItemFoundNotIllegal.class, "openhotline.assessed-item.found-not-illegal.v1");
        name(AssessedItemEvent.ItemNotAccessible.class, "openhotline.assessed-item.not-accessible.v1");
        name(AssessedItemEvent.ItemReopened.class, "openhotline.assessed-item.reopened.v1");
        name(AssessedItemEvent.ItemTriaged.class, "openhotline.assessed-item.triaged.v1");
        name(RemovalEvent.TakedownOpened.class, "openhotline.removal.opened.v1");
        name(RemovalEvent.HoldPlaced.class, "openhotline.removal.hold-placed.v1");
        name(RemovalEvent.HoldReleased.class, "openhotline.removal.hold-released.v1");
        name(RemovalEvent.HoldExpired.class, "openhotline.removal.hold-expired.v1");
        name(RemovalEvent.NoticeDecided.class, "openhotline.removal.notice-decided.v1");
        name(RemovalEvent.ContactMissing.class, "openhotline.removal.contact-missing.v1");
        name(RemovalEvent.ItemRemoved.class, "openhotline.removal.removed.v1");
        name(RemovalEvent.CheckRequested.class, "openhotline.removal.check-requested.v1");
        name(RemovalEvent.ItemChecked.class, "openhotline.removal.checked.v1");
        name(RemovalEvent.ItemReappeared.class, "openhotline.removal.reappeared.v1");
        name(NoticeEvent.NoticeQueued.class, "openhotline.notice.queued.v1");
        name(NoticeEvent.NoticeSent.class, "openhotline.notice.sent.v1");
        name(NoticeEvent.NoticeDeliveryUnknown.class, "openhotline.notice.delivery-unknown.v1");
        name(NoticeEvent.NoticeBounced.class, "openhotline.notice.bounced.v1");
        name(NoticeEvent.NoticeAcknowledged.class, "openhotline.notice.acknowledged.v1");
        name(ReferralEvent.ReferralSent.class, "openhotline.referral.sent.v1");
        name(ReferralEvent.ReferralAcknowledged.class, "openhotline.referral.acknowledged.v1");
        name(LogEvent.CheckpointPublished.class, "openhotline.log.checkpoint-published.v1");
        name(LogEvent.AuditGapDetected.class, "openhotline.log.gap-detected.v1");
        name(AccessEvent.AddressRevealed.class, "openhotline.access.address-revealed.v1");
        name(LegalHoldEvent.LegalHoldPlaced.class, "openhotline.legal-hold.placed.v1");
        name(LegalHoldEvent.LegalHoldLifted.class, "openhotline.legal-hold.lifted.v1");
        name(PurgeEvent.PurgeCompleted.class, "openhotline.purge.completed.v1");
        name(DisclosureEvent.DisclosureRequested.class, "openhotline.disclosure.requested.v1");
        name(DisclosureEvent.DisclosureApproved.class, "openhotline.disclosure.approved.v1");
        name(DisclosureEvent.DisclosureRefused.class, "openhotline.disclosure.refused.v1");
        name(DisclosureEvent.DisclosureUsed.class, "openhotline.disclosure.used.v1");
        name(CorrespondenceEvent.ReporterAsked.class, "openhotline.correspondence.reporter-asked.v1");
        name(CorrespondenceEvent.ReporterAnswered.class, "openhotline.correspondence.reporter-answered.v1");
        name(CorrespondenceEvent.MessagesErased.class, "openhotline.correspondence.messages-erased.v1");
        name(AccessEvent.ContactRevealed.class, "openhotline.access.contact-revealed.v1");
        name(AccessEvent.MessagesRevealed.class, "openhotline.access.messages-revealed.v1");
        name(AccessEvent.WordsRevealed.class, "openhotline.access.words-revealed.v1");
        name(AccessEvent.DataExported.class, "openhotline.access.data-exported.v1");
        name(AccessEvent.AccessDenied.class, "openhotline.access.denied.v1");
        name(IdentityEvent.LoggedIn.class, "openhotline.identity.logged-in.v1");
        name(IdentityEvent.LogInFailed.class, "openhotline.identity.log-in-failed.v1");
        name(IdentityEvent.LoggedOut.class, "openhotline.identity.logged-out.v1");
        name(IdentityEvent.CredentialChanged.class, "openhotline.identity.credential-changed.v1");
        name(IdentityEvent.RealmChanged.class, "openhotline.identity.realm-changed.v1");
        name(ConfigurationEvent.ConfigurationChanged.class, "openhotline.configuration.changed.v1");
    }

    private WireNames() {}

    private static void name(Class<? extends Event> event, String wireName) {
        NAMES.put(event, wireName);
        TYPES.put(wireName, event);
    }

    /** @throws IllegalArgumentException for an event that has no line here */
    public static String of(Class<? extends Event> event) {
        String name = NAMES.get(event);
        if (name == null) {
            throw new IllegalArgumentException(event.getName() + " has no wire name");
        }
        return name;
    }

    /** @throws IllegalArgumentException for a name that has no line here */
    public static Class<? extends Event> event(String wireName) {
        Class<? extends Event> event = TYPES.get(wireName);
        if (event == null) {
            throw new IllegalArgumentException("unknown event type " + wireName);
        }
        return event;
    }

    public static Map<Class<? extends Event>, String> all() {
        return Collections.unmodifiableMap(NAMES);
    }
}
