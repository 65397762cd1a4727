// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTableTest {
    @Test
    void law_and_format_know_the_same_categories() {
        Map<String, String> law = ProfileTable.read("takedown/law", "generic-national");
        Map<String, String> xarf = ProfileTable.read("takedown/xarf", "generic-national");

        assertThat(law).isNotEmpty();
        assertThat(xarf.keySet()).isEqualTo(law.keySet());
        assertThat(Set.of("baseline", "A1", "A2", "B1", "B2")).containsAll(xarf.values());
    }

    @Test
    void a_profile_without_a_table_has_an_empty_one() {
        assertThat(ProfileTable.read("takedown/law", "no-such-profile")).isEmpty();
    }
}
