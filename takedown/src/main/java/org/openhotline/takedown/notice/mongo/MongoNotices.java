// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.NoticeState;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.notice.RestoreNotice;
import org.springframework.data.domain.Sort;

final class MongoNotices implements Notices {
    private static final String STATE = "state.state";
    private static final String DUE_AT = "state.dueAt";
    private static final String QUEUED_AT = "state.queuedAt";
    private static final String TRIES = "state.tries";
    private static final String ITEM = "state.items.itemId";
    private static final String HANDED_OVER_AT = "state.sending.since";
    private static final String LINK = "state.sending.linkHash";

    private final MongoAggregates<Notice> notices;

    MongoNotices(AggregateStores stores) {
        this.notices = stores.of(
                AggregateType.NOTICE,
                Notice.class,
                new RestoreNotice(),
                StateIndex.on(STATE, DUE_AT),
                StateIndex.on(STATE, QUEUED_AT),
                StateIndex.on(ITEM),
                StateIndex.on(LINK));
    }

    @Override
    public Optional<Notice> find(UUID id) {
        return notices.find(id);
    }

    @Override
    public Notice change(UUID id, Function<Optional<Notice>, Decision<Notice>> command) {
        return notices.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<Notice>, Decision<Notice>> effect) {
        return notices.apply(id, event, effect);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return ids(notices.find(
                query(where(STATE).is(NoticeState.PLANNED.name()).and(DUE_AT).lte(now))
                        .with(Sort.by(DUE_AT))
                        .limit(limit)));
    }

    @Override
    public List<UUID> sendingSince(Instant moment) {
        return ids(notices.find(query(
                where(STATE).is(NoticeState.SENDING.name()).and(HANDED_OVER_AT).lt(moment))));
    }

    @Override
    public List<Notice> in(Set<NoticeState> states, int limit) {
        return notices.find(
                query(where(STATE).in(states.stream().map(NoticeState::name).toList()))
                        .with(Sort.by(QUEUED_AT))
                        .limit(limit));
    }

    @Override
    public List<Notice> delayed(int tries, int limit) {
        return notices.find(
                query(where(STATE).is(NoticeState.PLANNED.name()).and(TRIES).gte(tries))
                        .with(Sort.by(QUEUED_AT))
                        .limit(limit));
    }

    @Override
    public List<Notice> about(UUID itemId) {
        return notices.find(query(where(ITEM).is(itemId.toString())).with(Sort.by(Sort.Direction.DESC, QUEUED_AT)));
    }

    @Override
    public Optional<Notice> withLink(String linkHash) {
        return notices.find(query(where(LINK).is(linkHash)).limit(1)).stream().findFirst();
    }

    private static List<UUID> ids(List<Notice> found) {
        return found.stream().map(Notice::noticeId).toList();
    }
}
