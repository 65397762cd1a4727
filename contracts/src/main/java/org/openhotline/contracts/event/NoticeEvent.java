// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.item.HostAnswer;

/** One message to one contact about one or more items (takedown). */
public sealed interface NoticeEvent extends Event {

    UUID noticeId();

    List<UUID> items();

    record NoticeQueued(UUID noticeId, List<UUID> items, Instant at) implements NoticeEvent {}

    record NoticeSent(UUID noticeId, List<UUID> items, Instant at) implements NoticeEvent {}

    /** It may or may not have left; a look-up or a person decides, never a blind second sending. */
    record NoticeDeliveryUnknown(UUID noticeId, List<UUID> items, Instant at) implements NoticeEvent {}

    /** It has certainly not been delivered. @param reason a code such as {@code smtp-550} */
    record NoticeBounced(UUID noticeId, List<UUID> items, String reason, Instant at) implements NoticeEvent {}

    /** The host answered through its one-time link. */
    record NoticeAcknowledged(UUID noticeId, List<UUID> items, HostAnswer answer, Instant at) implements NoticeEvent {}
}
