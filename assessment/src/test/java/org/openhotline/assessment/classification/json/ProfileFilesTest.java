// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.classification.ClassificationProfile.Category;
import org.openhotline.assessment.classification.ClassificationProfile.InvalidProfile;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.Verdict;

class ProfileFilesTest {
    private final ProfileFiles files = new ProfileFiles();

    @Test
    void the_profile_that_comes_with_the_software_is_whole_and_every_verdict_can_be_chosen() {
        ClassificationProfile profile = files.named("generic-national");

        assertThat(profile.id()).isEqualTo("generic-national");
        assertThat(profile.illegal()).extracting(Category::code).contains("baseline", "national");
        for (Verdict verdict : Verdict.values()) {
            String code = profile.choices(verdict).getFirst().code();
            assertThat(profile.classify(new Choice(verdict, code)))
                    .isEqualTo(new Classification("generic-national", profile.version(), code));
        }
    }

    @Test
    void an_unknown_profile_is_named_together_with_one_that_exists() {
        assertThatThrownBy(() -> files.named("no-such-profile"))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("no-such-profile")
                .hasMessageContaining("generic-national");
    }

    @Test
    void a_file_with_an_unknown_field_is_refused() {
        assertThatThrownBy(() -> files.named("with-unknown-field"))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_file_without_a_verdict_is_refused() {
        assertThatThrownBy(() -> files.named("without-reasons")).isInstanceOf(InvalidProfile.class);
    }
}
