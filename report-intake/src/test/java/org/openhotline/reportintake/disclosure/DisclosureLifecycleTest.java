// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.lifecycle.Lifecycle.Row;

class DisclosureLifecycleTest {
    private static final Path PAGE = Path.of("..", "docs", "lifecycles", "disclosure.md");

    @Test
    void the_page_in_the_documentation_is_this_table() throws IOException {
        String table = DisclosureLifecycle.TABLE.toMarkdown();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, table);
        }
        assertThat(PAGE).as("run this test with -Dupdate.docs=true").content().isEqualTo(table);
    }

    @Test
    void every_state_can_be_reached() {
        Set<DisclosureState> reached =
                DisclosureLifecycle.TABLE.rows().stream().map(Row::to).collect(Collectors.toSet());
        reached.add(DisclosureLifecycle.TABLE.initial());
        assertThat(reached).containsExactlyInAnyOrder(DisclosureState.values());
    }
}
