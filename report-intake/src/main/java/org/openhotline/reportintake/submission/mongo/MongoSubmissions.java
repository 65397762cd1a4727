// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.mongo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.outbox.StoredAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.submission.RestoreSubmission;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.data.domain.Sort;

/** Submissions in the collection {@code submissions}. */
final class MongoSubmissions extends StoredAggregates<Submission> implements Submissions {
    private static final String REFERENCE = "state.reference";
    private static final String REGISTERED = "state.registered";
    private static final String RECEIVED_AT = "state.receivedAt";
    private static final String AMENDED = "state.amendments.count";
    private static final String NOTE = "state.addresses.note";
    private static final String REFERRER = "state.addresses.referrer";
    private static final String CONTACT_SINCE = "state.contact.since";

    MongoSubmissions(AggregateStores stores) {
        super(stores.of(
                AggregateType.SUBMISSION,
                Submission.class,
                new RestoreSubmission(),
                StateIndex.on(REFERENCE),
                StateIndex.on(REGISTERED, RECEIVED_AT),
                StateIndex.on(CONTACT_SINCE)));
    }

    @Override
    public List<Submission> withReference(List<String> references) {
        return stored.find(query(where(REFERENCE).in(references)));
    }

    @Override
    public List<Submission> unregistered(Instant cutoff, int limit) {
        return stored.find(query(where(REGISTERED).is(false).and(RECEIVED_AT).lt(cutoff))
                .with(Sort.by(RECEIVED_AT))
                .limit(limit));
    }

    /** As many writes as there are counts of amendments among them, which is one where nobody has answered anything yet. */
    @Override
    public void noteItemsTold(Collection<Submission> told) {
        told.stream()
                .collect(groupingBy(s -> s.amendments().count(), mapping(Submission::id, toSet())))
                .forEach((count, some) -> stored.mark(
                        query(where("_id").in(ids(some)).and(AMENDED).is(count)), REGISTERED, true));
    }

    @Override
    public List<Submission> withContactSince(Instant cutoff, int limit, Set<UUID> except) {
        return stored.find(query(where(CONTACT_SINCE).lt(cutoff).and("_id").nin(ids(except)))
                .with(Sort.by(CONTACT_SINCE))
                .limit(limit));
    }

    @Override
    public List<Submission> withWordsReceivedBefore(Instant cutoff, int limit, Set<UUID> except) {
        return stored.find(query(where(RECEIVED_AT)
                        .lt(cutoff)
                        .and(REGISTERED)
                        .is(true)
                        .and("_id")
                        .nin(ids(except))
                        .orOperator(where(NOTE).exists(true), where(REFERRER).exists(true)))
                .with(Sort.by(RECEIVED_AT))
                .limit(limit));
    }

    private static List<String> ids(Set<UUID> submissions) {
        return submissions.stream().map(UUID::toString).toList();
    }
}
