// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.util.Arrays;

/**
 * Everything that emits events. An event's key is its aggregate's id, and its sequence counts within that aggregate.
 * The collection is where the emitting service keeps it.
 */
public enum AggregateType {
    SUBMISSION("submission", "submissions", Topic.REPORT_INTAKE, SubmissionEvent.class),
    REPORTED_ITEM("reported-item", "items", Topic.REPORT_INTAKE, ReportedItemEvent.class),
    LEGAL_HOLD("legal-hold", "legal_holds", Topic.REPORT_INTAKE, LegalHoldEvent.class),
    PURGE("purge", "purges", Topic.REPORT_INTAKE, PurgeEvent.class),
    DISCLOSURE("disclosure", "disclosures", Topic.REPORT_INTAKE, DisclosureEvent.class),
    CORRESPONDENCE("correspondence", "correspondences", Topic.REPORT_INTAKE, CorrespondenceEvent.class),
    IMPORT("import", "imports", Topic.REPORT_INTAKE, ImportEvent.class),
    MAIL("mail", "mails", Topic.REPORT_INTAKE, MailEvent.class),
    ASSESSED_ITEM("assessed-item", "items", Topic.ASSESSMENT, AssessedItemEvent.class),
    REMOVAL("removal", "removals", Topic.TAKEDOWN, RemovalEvent.class),
    NOTICE("notice", "notices", Topic.TAKEDOWN, NoticeEvent.class),
    REFERRAL("referral", "referrals", Topic.TAKEDOWN, ReferralEvent.class),
    LOG("log", "logs", Topic.AUDIT, LogEvent.class),
    ACCESS("access", "accesses", Topic.ACCESS, AccessEvent.class),
    IDENTITY("identity", "identity_occurrences", Topic.ACCESS, IdentityEvent.class),
    CONFIGURATION("configuration", "configurations", Topic.ACCESS, ConfigurationEvent.class);

    private final String wireName;
    private final String collection;
    private final Topic topic;
    private final Class<? extends Event> events;

    AggregateType(String wireName, String collection, Topic topic, Class<? extends Event> events) {
        this.wireName = wireName;
        this.collection = collection;
        this.topic = topic;
        this.events = events;
    }

    public String wireName() {
        return wireName;
    }

    public String collection() {
        return collection;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends Event> events() {
        return events;
    }

    /** The aggregate that emits events of this type. */
    public static AggregateType emitting(Class<? extends Event> event) {
        return Arrays.stream(values())
                .filter(a -> a.events.isAssignableFrom(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no aggregate emits " + event.getName()));
    }
}
