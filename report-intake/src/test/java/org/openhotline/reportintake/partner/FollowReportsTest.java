// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.AssessedItemEvent.ItemFoundNotIllegal;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.item.FollowItem;
import org.openhotline.reportintake.submission.Intake;

class FollowReportsTest {
    private static final String PAGE = "https://example.org/1";
    private static final Partner PARTNER = new Partner("helpline-a", Source.HELPLINE);

    private final Intake intake = new Intake();
    private final Map<String, List<UUID>> noted = new HashMap<>();
    private final FollowReports followReports = new FollowReports(
            new PartnerReports() {
                @Override
                public void note(String account, PartnerReference reference, UUID submissionId) {
                    noted.put(account + reference.text(), List.of(submissionId));
                }

                @Override
                public List<UUID> under(String account, PartnerReference reference, int limit) {
                    return noted.getOrDefault(account + reference.text(), List.of());
                }
            },
            intake.submissions,
            intake.items);

    /** A partner, too, must not learn by a report of its own what the hotline knows of an address already. */
    @Test
    void what_was_found_before_the_report_is_not_told() {
        report("early", "a-key-of-16-signs");
        new FollowItem(intake.items)
                .on(new Received<>(
                        new ItemFoundNotIllegal(
                                intake.known.get(PAGE),
                                UUID.randomUUID(),
                                new Classification("generic-national", 1, "made-up"),
                                intake.now.plusSeconds(60)),
                        UUID.randomUUID(),
                        AggregateType.ASSESSED_ITEM,
                        intake.known.get(PAGE),
                        1,
                        intake.now.plusSeconds(60)));
        intake.now = intake.now.plusSeconds(3600);
        report("late", "a-curious-key-of-16");
        assertThat(statuses("early")).containsExactly(CoarseStatus.NOT_ILLEGAL);
        assertThat(statuses("late")).containsExactly(CoarseStatus.RECEIVED);
    }

    private void report(String reference, String key) {
        noted.put(PARTNER.account() + reference, List.of(intake.submitted(key, PAGE)));
    }

    private List<CoarseStatus> statuses(String reference) {
        return followReports
                .under(PARTNER, PartnerReference.read(reference).orElseThrow())
                .getFirst()
                .statuses();
    }
}
