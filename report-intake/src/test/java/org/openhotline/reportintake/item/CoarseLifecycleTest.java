// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.lifecycle.Lifecycle.Row;

class CoarseLifecycleTest {
    private static final Path PAGE = Path.of("..", "docs", "lifecycles", "reported-item.md");

    @Test
    void the_page_in_the_documentation_is_this_table() throws IOException {
        String table = CoarseLifecycle.TABLE.toMarkdown();
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, table);
        }
        assertThat(PAGE).as("run this test with -Dupdate.docs=true").content().isEqualTo(table);
    }

    @Test
    void every_status_can_be_reached() {
        Set<CoarseStatus> reached =
                CoarseLifecycle.TABLE.rows().stream().map(Row::to).collect(Collectors.toSet());
        reached.add(CoarseLifecycle.TABLE.initial());
        assertThat(reached).containsExactlyInAnyOrder(CoarseStatus.values());
    }

    @ParameterizedTest
    @EnumSource(ItemStep.class)
    void nothing_leads_back_once_a_notice_has_left(ItemStep step) {
        assertThat(CoarseLifecycle.after(CoarseStatus.ACTED_ON, step))
                .isIn(CoarseStatus.ACTED_ON, CoarseStatus.REMOVED);
        assertThat(CoarseLifecycle.after(CoarseStatus.REMOVED, step))
                .isEqualTo(step == ItemStep.REAPPEARED ? CoarseStatus.ACTED_ON : CoarseStatus.REMOVED);
    }
}
