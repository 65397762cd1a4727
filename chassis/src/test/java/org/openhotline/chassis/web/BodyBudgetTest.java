// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final long MB = 1024 * 1024;

    @Test
    void large_bodies_together_never_take_more_than_their_share_and_leave_the_small_ones_theirs() throws Exception {
        BodyBudget budget = new BodyBudget(512 * MB, 4 * MB);
        List<BodyBudget.Place> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            places.add(budget.take(4 * MB));
        }
        assertThatThrownBy(() -> budget.take(4 * MB)).isInstanceOf(BodyBudget.Full.class);
        assertThatThrownBy(() -> budget.take(BodyBudget.SMALL + 1)).isInstanceOf(BodyBudget.Full.class);
        for (int i = 0; i < 1000; i++) {
            places.add(budget.take(2000));
        }
        places.forEach(BodyBudget.Place::close);
        budget.take(4 * MB).close();
    }

    @Test
    void the_largest_body_always_fits_however_small_the_heap() throws Exception {
        BodyBudget budget = new BodyBudget(MB, 4 * MB);
        assertThat(budget.take(4 * MB)).isNotNull();
    }
}
