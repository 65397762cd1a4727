// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhotline.contracts.lifecycle.Lifecycle.row;
import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

class LifecycleTest {
    private enum Door {
        OPEN,
        SHUT,
        LOCKED_FOR_GOOD
    }

    private enum Step {
        CLOSE,
        OPEN_AGAIN,
        LOCK
    }

    private static final Lifecycle<Door, Step> DOOR = Lifecycle.of(
            "door",
            Door.OPEN,
            row(Door.OPEN, Step.CLOSE, Door.SHUT, Role.ANALYST, Role.SYSTEM),
            row(Door.SHUT, Step.OPEN_AGAIN, Door.OPEN, Role.ANALYST),
            rowIf("nobody inside", Door.SHUT, Step.LOCK, Door.LOCKED_FOR_GOOD, Role.ADMINISTRATOR));
    private static final Actor ANALYST = new Actor("7", Set.of(Role.ANALYST));

    @Test
    void a_row_of_the_table_is_the_only_way_from_state_to_state() {
        for (Door from : Door.values()) {
            for (Step step : Step.values()) {
                boolean inTable = DOOR.rows().stream().anyMatch(r -> r.from() == from && r.trigger() == step);
                assertThat(DOOR.allows(from, step)).isEqualTo(inTable);
                if (!inTable) {
                    assertThatThrownBy(() -> DOOR.next(from, step, ANALYST)).isInstanceOf(Conflict.class);
                }
            }
        }
        assertThat(DOOR.next(Door.OPEN, Step.CLOSE, ANALYST)).isEqualTo(Door.SHUT);
        assertThat(DOOR.next(Door.OPEN, Step.CLOSE, Actor.SYSTEM)).isEqualTo(Door.SHUT);
    }

    @Test
    void a_step_that_the_state_does_not_allow_is_refused_in_words() {
        assertThatThrownBy(() -> DOOR.next(Door.LOCKED_FOR_GOOD, Step.OPEN_AGAIN, ANALYST))
                .isInstanceOf(Conflict.class)
                .hasMessage("A door that is locked for good cannot take the step “open again”.");
    }

    @Test
    void a_step_is_only_for_the_roles_of_its_row() {
        assertThatThrownBy(() -> DOOR.next(Door.SHUT, Step.LOCK, ANALYST))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("The step “lock” of a door is not for this role.");
        assertThat(DOOR.next(Door.SHUT, Step.LOCK, new Actor("8", Set.of(Role.ANALYST, Role.ADMINISTRATOR))))
                .isEqualTo(Door.LOCKED_FOR_GOOD);
    }

    @Test
    void two_rows_that_answer_the_same_question_are_refused() {
        assertThatThrownBy(() -> Lifecycle.of(
                        "door",
                        Door.OPEN,
                        row(Door.OPEN, Step.CLOSE, Door.SHUT, Role.ANALYST),
                        row(Door.OPEN, Step.CLOSE, Door.LOCKED_FOR_GOOD, Role.SYSTEM)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_diagram_and_the_table_come_from_the_rows() {
        assertThat(DOOR.toMarkdown())
                .contains("# Life cycle: door")
                .contains("    [*] --> OPEN\n    OPEN --> SHUT: close\n")
                .contains("    SHUT --> LOCKED_FOR_GOOD: lock\n```")
                .contains("| open | close | shut | analyst, system |  |\n")
                .contains("| shut | lock | locked for good | administrator | nobody inside |\n");
    }
}
