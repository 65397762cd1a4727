// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemLifecycleTest {
    private static final Path DIAGRAM =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "lifecycles", "assessed-item.md");

    @Test
    void the_diagram_in_the_documentation_is_this_table() throws IOException {
        String generated = ItemLifecycle.TABLE.toMarkdown();
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(DIAGRAM.getParent());
            Files.writeString(DIAGRAM, generated);
        }

        assertThat(Files.readString(DIAGRAM))
                .as("run this test with -Dupdate.docs=true")
                .isEqualTo(generated);
    }

    @Test
    void every_state_can_be_reached() {
        Set<ItemState> reached = new HashSet<>(Set.of(ItemLifecycle.TABLE.initial()));
        for (int i = 0; i < ItemState.values().length; i++) {
            ItemLifecycle.TABLE.rows().stream()
                    .filter(row -> reached.contains(row.from()))
                    .forEach(row -> reached.add(row.to()));
        }

        assertThat(reached).containsExactlyInAnyOrder(ItemState.values());
    }

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void a_state_is_final_exactly_when_nothing_but_a_new_report_leaves_it(ItemState state) {
        boolean canBeLeft = Arrays.stream(ItemStep.values())
                .filter(step -> step != ItemStep.COME_BACK)
                .anyMatch(step -> ItemLifecycle.TABLE.allows(state, step));

        assertThat(canBeLeft).isEqualTo(!state.isFinal());
    }

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void a_state_is_waiting_exactly_when_it_can_be_claimed(ItemState state) {
        assertThat(ItemLifecycle.TABLE.allows(state, ItemStep.CLAIM)).isEqualTo(state.isWaiting());
    }

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void what_can_be_claimed_comes_back_to_the_same_place_when_it_is_given_back(ItemState state) {
        ItemLifecycle.TABLE.rows().stream()
                .filter(claim -> claim.from() == state && claim.trigger() == ItemStep.CLAIM)
                .forEach(claim -> assertThat(ItemLifecycle.TABLE.rows())
                        .filteredOn(row -> row.from() == claim.to()
                                && Set.of(ItemStep.RELEASE, ItemStep.LET_LEASE_END)
                                        .contains(row.trigger()))
                        .hasSize(2)
                        .allSatisfy(row -> assertThat(row.to()).isEqualTo(state)));
    }
}
