// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.AssessedItemEvent.ItemFoundNotIllegal;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.reportintake.item.FollowItem;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.submission.Intake;

class ReadStatusTest {
    private final Intake intake = new Intake();
    private final Receipt mine = intake.accepted("a-key-of-16-signs", "https://example.org/1", "https://example.org/2");
    private final Receipt other = intake.accepted("another-key-of-16", "https://example.org/3");

    @Test
    void the_pair_shows_one_status_for_each_address() {
        assertThat(intake.readStatus.of(mine))
                .hasValueSatisfying(
                        statuses -> assertThat(statuses).containsExactly(CoarseStatus.RECEIVED, CoarseStatus.RECEIVED));
    }

    @Test
    void a_wrong_secret_is_answered_like_an_unknown_reference() {
        Receipt wrongSecret = new Receipt(mine.reference(), other.secret());
        Receipt unknown = new Receipt(
                new Intake()
                        .accepted("a-third-key-of-16", "https://example.org/4")
                        .reference(),
                mine.secret());
        assertThat(intake.readStatus.of(wrongSecret))
                .isEqualTo(intake.readStatus.of(unknown))
                .isEmpty();
    }

    /** An answer that depends on what others reported before would let anybody ask what the hotline knows. */
    @Test
    void a_known_address_reported_again_looks_like_a_new_one() {
        new FollowItem(intake.items)
                .on(new Received<>(
                        new ItemFoundNotIllegal(
                                intake.known.get("https://example.org/3"),
                                UUID.randomUUID(),
                                new Classification("generic-national", 1, "made-up"),
                                intake.now.plusSeconds(60)),
                        UUID.randomUUID(),
                        AggregateType.ASSESSED_ITEM,
                        intake.known.get("https://example.org/3"),
                        1,
                        intake.now.plusSeconds(60)));
        intake.now = intake.now.plusSeconds(3600);
        Receipt curious = intake.accepted("a-curious-key-of-16", "https://example.org/3", "https://example.org/new");
        assertThat(intake.readStatus.of(other)).contains(List.of(CoarseStatus.NOT_ILLEGAL));
        assertThat(intake.readStatus.of(curious)).contains(List.of(CoarseStatus.RECEIVED, CoarseStatus.RECEIVED));
    }
}
