// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.country;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhotline.contracts.report.Source;

/**
 * A country's choices. Every duration is positive; codes are checked when the profile is read.
 *
 * @param country ISO 3166-1 alpha-2 code, {@code XX} for the demo
 * @param languages BCP 47 tags offered to the public, the first is the default
 * @param mailIntake who may report by mail; nobody where absent
 * @param publicForm how the public form looks and whom it names; {@link PublicForm#PLAIN} where absent
 */
public record CountryProfile(
        String country,
        String name,
        List<String> languages,
        Hotline hotline,
        List<LegalProvision> legalProvisions,
        AssessmentRules assessment,
        PoliceRules police,
        NoticeRules notices,
        RetentionRules retention,
        Optional<PublicForm> publicForm,
        Optional<MailIntake> mailIntake) {

    /** Without reports by mail. */
    public CountryProfile(
            String country,
            String name,
            List<String> languages,
            Hotline hotline,
            List<LegalProvision> legalProvisions,
            AssessmentRules assessment,
            PoliceRules police,
            NoticeRules notices,
            RetentionRules retention,
            Optional<PublicForm> publicForm) {
        this(
                country,
                name,
                languages,
                hotline,
                legalProvisions,
                assessment,
                police,
                notices,
                retention,
                publicForm,
                Optional.empty());
    }

    /** What kind of organisation each listed sender of mails is, by address or {@code @domain}. */
    public Map<String, Source> mailSenders() {
        Map<String, Source> senders = new TreeMap<>();
        mailIntake.ifPresent(intake -> intake.senders().forEach(s -> senders.put(s.from(), s.source())));
        return senders;
    }

    /** What the public form shows, also where the profile says nothing of it. */
    public PublicForm form() {
        return publicForm.orElse(PublicForm.PLAIN);
    }

    /** Who runs the hotline and how it can be reached. @param emergencyNumber shown to the public */
    public record Hotline(
            String name, String domain, String noticeMail, String publicMail, Optional<String> emergencyNumber) {}

    /** A provision that a notice can quote. @param id used by classification categories */
    public record LegalProvision(String id, String text) {}

    /**
     * @param classification id of the classification profile
     * @param claimLease how long an analyst may hold an item
     * @param lookAgainAfter how long "not illegal" stands before a further report brings the item back
     */
    public record AssessmentRules(
            String classification, boolean secondReview, Duration claimLease, Optional<Duration> lookAgainAfter) {
        private static final Duration LOOK_AGAIN_AFTER = Duration.ofDays(30);

        /** The country's, or 30 days. */
        public Duration lookAgain() {
            return lookAgainAfter.orElse(LOOK_AGAIN_AFTER);
        }
    }

    /** The police gate (deconfliction). */
    public record PoliceRules(PoliceGate gate, Duration holdFor, Duration longestHold, String deskMail) {}

    /** @param answerLinkValid how long the host's one-time link works; @param retryAfter pause before a failed sending is tried again */
    public record NoticeRules(Duration answerLinkValid, Duration retryAfter) {}

    /** Reports by mail. */
    public record MailIntake(List<MailSender> senders) {}

    /** @param from a mail address, or {@code @domain} for everybody there */
    public record MailSender(String from, Source source) {}

    /**
     * How long things are kept.
     *
     * @param contact after which a reporter's contact is erased
     * @param published after which an event is no longer kept for sending again
     * @param messages after the last of which a reporter's and the hotline's messages are erased
     * @param notes after which the words of a submission are erased
     */
    public record RetentionRules(
            Duration contact, Duration published, Optional<Duration> messages, Optional<Duration> notes) {
        private static final Duration HALF_A_YEAR = Duration.ofDays(180);
        private static final Duration A_YEAR = Duration.ofDays(365);

        public RetentionRules(Duration contact, Duration published) {
            this(contact, published, Optional.empty(), Optional.empty());
        }

        public Duration forMessages() {
            return messages.orElse(HALF_A_YEAR);
        }

        public Duration forNotes() {
            return notes.orElse(A_YEAR);
        }
    }
}
