// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.util.Optional;

/**
 * Who did it, so that "everything that this person did" can be asked. A new event has to decide here, as the
 * {@code switch} has no {@code default}.
 */
public final class Actors {
    private Actors() {}

    /**
     * The id of the account at the identity provider, or {@code system} or {@code host}; nobody where the event names
     * nobody, because the software did it, a reporter did, or it is not known who.
     */
    public static Optional<String> of(Event event) {
        return switch (event) {
            case SubmissionEvent _, ReportedItemEvent _, NoticeEvent _, MailEvent _, PurgeEvent _, LogEvent _ ->
                Optional.empty();
            case ImportEvent e -> of(e);
            case AssessedItemEvent e -> of(e);
            case RemovalEvent e -> of(e);
            case ReferralEvent.ReferralSent _ -> Optional.empty();
            case ReferralEvent.ReferralAcknowledged e -> Optional.of(e.actor());
            case LegalHoldEvent.LegalHoldPlaced e -> Optional.of(e.actor());
            case LegalHoldEvent.LegalHoldLifted e -> Optional.of(e.actor());
            case DisclosureEvent e -> Optional.of(of(e));
            case CorrespondenceEvent.ReporterAsked e -> Optional.of(e.actor());
            case CorrespondenceEvent.ReporterAnswered _, CorrespondenceEvent.MessagesErased _ -> Optional.empty();
            case AccessEvent e -> of(e);
            case IdentityEvent e -> of(e);
            case ConfigurationEvent.ConfigurationChanged _ -> Optional.empty();
        };
    }

    private static Optional<String> of(ImportEvent event) {
        return switch (event) {
            case ImportEvent.ImportStarted e -> Optional.of(e.account());
            case ImportEvent.ImportFinished _ -> Optional.empty();
        };
    }

    private static Optional<String> of(AssessedItemEvent event) {
        return switch (event) {
            case AssessedItemEvent.ItemClaimed e -> Optional.of(e.actor());
            case AssessedItemEvent.ClaimReleased e -> Optional.of(e.actor());
            case AssessedItemEvent.ItemAssessed e -> Optional.of(e.actor());
            case AssessedItemEvent.ItemReviewed e -> Optional.of(e.actor());
            case AssessedItemEvent.ItemTriaged e -> Optional.of(e.actor());
            case AssessedItemEvent.ItemTraced _,
                    AssessedItemEvent.ReviewRequested _,
                    AssessedItemEvent.AssessmentConfirmed _,
                    AssessedItemEvent.ItemFoundNotIllegal _,
                    AssessedItemEvent.ItemNotAccessible _,
                    AssessedItemEvent.ItemReopened _ -> Optional.empty();
        };
    }

    private static Optional<String> of(RemovalEvent event) {
        return switch (event) {
            case RemovalEvent.HoldPlaced e -> e.actor();
            case RemovalEvent.HoldReleased e -> Optional.of(e.actor());
            case RemovalEvent.ItemRemoved e -> e.actor();
            case RemovalEvent.ItemChecked e -> Optional.of(e.actor());
            case RemovalEvent.ItemReappeared e -> Optional.of(e.actor());
            case RemovalEvent.TakedownOpened _,
                    RemovalEvent.HoldExpired _,
                    RemovalEvent.NoticeDecided _,
                    RemovalEvent.ContactMissing _,
                    RemovalEvent.CheckRequested _ -> Optional.empty();
        };
    }

    private static String of(DisclosureEvent event) {
        return switch (event) {
            case DisclosureEvent.DisclosureRequested e -> e.actor();
            case DisclosureEvent.DisclosureApproved e -> e.actor();
            case DisclosureEvent.DisclosureRefused e -> e.actor();
            case DisclosureEvent.DisclosureUsed e -> e.actor();
        };
    }

    private static Optional<String> of(AccessEvent event) {
        return switch (event) {
            case AccessEvent.AddressRevealed e -> Optional.of(e.actor());
            case AccessEvent.ContactRevealed e -> Optional.of(e.actor());
            case AccessEvent.MessagesRevealed e -> Optional.of(e.actor());
            case AccessEvent.WordsRevealed e -> Optional.of(e.actor());
            case AccessEvent.DataExported e -> Optional.of(e.actor());
            case AccessEvent.AccessDenied e -> e.actor();
        };
    }

    private static Optional<String> of(IdentityEvent event) {
        return switch (event) {
            case IdentityEvent.LoggedIn e -> e.actor();
            case IdentityEvent.LogInFailed e -> e.actor();
            case IdentityEvent.LoggedOut e -> e.actor();
            case IdentityEvent.CredentialChanged e -> e.actor();
            case IdentityEvent.RealmChanged e -> e.actor();
        };
    }
}
