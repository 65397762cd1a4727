// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.NoticeState;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.referral.Referral;
import org.openhotline.takedown.referral.ReferralState;
import org.openhotline.takedown.referral.Referrals;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.removal.Removals;

/** The three repositories in memory. */
public final class InMemoryStores {
    private InMemoryStores() {}

    private abstract static class InMemory<S> implements Aggregates<S> {
        final InMemoryAggregates<S> stored = new InMemoryAggregates<>();

        @Override
        public Optional<S> find(UUID id) {
            return stored.find(id);
        }

        @Override
        public S change(UUID id, Function<Optional<S>, Decision<S>> command) {
            return stored.change(id, command);
        }

        @Override
        public Applied apply(UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect) {
            return stored.apply(id, event, effect);
        }

        public List<Event> events() {
            return stored.events();
        }

        public List<S> all() {
            return stored.all();
        }
    }

    public static final class InMemoryRemovals extends InMemory<Removal> implements Removals {
        @Override
        public List<Removal> in(Set<RemovalState> states, int limit) {
            return all().stream()
                    .filter(r -> states.contains(r.state()))
                    .sorted(Comparator.comparing(r -> r.confirmed().at()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Removal> lastRemoved(int limit) {
            return in(Set.of(RemovalState.REMOVED), limit);
        }

        @Override
        public long count(Set<RemovalState> states) {
            return all().stream().filter(r -> states.contains(r.state())).count();
        }

        @Override
        public List<UUID> holdsOver(Instant now) {
            return all().stream()
                    .filter(r -> r.state() == RemovalState.ON_HOLD)
                    .filter(r -> r.hold()
                            .filter(h -> h.silenceReleases() && !h.until().isAfter(now))
                            .isPresent())
                    .map(Removal::itemId)
                    .toList();
        }

        @Override
        public List<UUID> onTheHostsWord(Instant said) {
            return all().stream()
                    .filter(r -> r.state() == RemovalState.REMOVED)
                    .filter(r -> r.hostsWord().filter(at -> !at.isAfter(said)).isPresent())
                    .map(Removal::itemId)
                    .toList();
        }
    }

    public static final class InMemoryNotices extends InMemory<Notice> implements Notices {
        @Override
        public List<UUID> due(Instant now, int limit) {
            return all().stream()
                    .filter(n -> n.state() == NoticeState.PLANNED && !n.dueAt().isAfter(now))
                    .limit(limit)
                    .map(Notice::noticeId)
                    .toList();
        }

        @Override
        public List<UUID> sendingSince(Instant moment) {
            return all().stream()
                    .filter(n -> n.state() == NoticeState.SENDING)
                    .filter(n ->
                            n.sending().filter(s -> s.since().isBefore(moment)).isPresent())
                    .map(Notice::noticeId)
                    .toList();
        }

        @Override
        public List<Notice> in(Set<NoticeState> states, int limit) {
            return all().stream()
                    .filter(n -> states.contains(n.state()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Notice> delayed(int tries, int limit) {
            return all().stream()
                    .filter(n -> n.state() == NoticeState.PLANNED && n.tries() >= tries)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Notice> about(UUID itemId) {
            return all().stream().filter(n -> n.itemIds().contains(itemId)).toList();
        }

        @Override
        public Optional<Notice> withLink(String linkHash) {
            return all().stream()
                    .filter(n -> n.sending()
                            .filter(s -> s.linkHash().equals(linkHash))
                            .isPresent())
                    .findFirst();
        }
    }

    public static final class InMemoryReferrals extends InMemory<Referral> implements Referrals {
        @Override
        public List<Referral> onDesk(int limit) {
            return in(ReferralState.ON_DESK, limit);
        }

        @Override
        public List<Referral> lastAcknowledged(int limit) {
            return in(ReferralState.ACKNOWLEDGED, limit);
        }

        @Override
        public long count(ReferralState state) {
            return in(state, Integer.MAX_VALUE).size();
        }

        private List<Referral> in(ReferralState state, int limit) {
            return all().stream().filter(r -> r.state() == state).limit(limit).toList();
        }

        @Override
        public List<Referral> toAnnounce(Instant now, int limit) {
            return all().stream()
                    .filter(r -> r.state() == ReferralState.ON_DESK)
                    .filter(r -> r.announceAt().filter(at -> !at.isAfter(now)).isPresent())
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Referral> about(UUID itemId) {
            return all().stream().filter(r -> r.itemId().equals(itemId)).findFirst();
        }
    }
}
