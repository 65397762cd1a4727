// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openhotline.contracts.item.CoarseStatus;
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
}
