// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhotline.contracts.lifecycle.Lifecycle;
import org.openhotline.contracts.lifecycle.Lifecycle.Row;
import org.openhotline.takedown.notice.NoticeLifecycle;
import org.openhotline.takedown.referral.ReferralLifecycle;
import org.openhotline.takedown.removal.RemovalLifecycle;

/** The three tables hold together, and the pages made from them are current (-Dupdate.docs=true rewrites them). */
class LifecycleDocumentsTest {
    private static final Path DOCUMENTS = Path.of("..", "docs", "lifecycles");

    static Stream<Lifecycle<?, ?>> tables() {
        return Stream.of(RemovalLifecycle.TABLE, NoticeLifecycle.TABLE, ReferralLifecycle.TABLE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_page_shows_the_table(Lifecycle<?, ?> table) throws IOException {
        Path page = DOCUMENTS.resolve(table.name() + ".md");
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(page, table.toMarkdown());
        }
        assertThat(page).content().isEqualTo(table.toMarkdown());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_state_can_be_reached_and_every_step_can_happen(Lifecycle<?, ?> table) {
        Set<Object> reached = Stream.concat(
                        Stream.of(table.initial()), table.rows().stream().map(Row::to))
                .collect(Collectors.toSet());
        Set<Object> steps = table.rows().stream().map(Row::trigger).collect(Collectors.toSet());
        Enum<?> step = table.rows().getFirst().trigger();

        assertThat(reached)
                .containsAll(Arrays.asList(table.initial().getDeclaringClass().getEnumConstants()));
        assertThat(steps).containsAll(Arrays.asList(step.getDeclaringClass().getEnumConstants()));
    }
}
