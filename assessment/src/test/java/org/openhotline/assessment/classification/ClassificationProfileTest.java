// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.assessment.classification.ClassificationProfile.Category;
import org.openhotline.assessment.classification.ClassificationProfile.InvalidProfile;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.item.Verdict;

class ClassificationProfileTest {
    private static final Category REASON = new Category("a-reason", "A reason", "", List.of());

    @Test
    void a_country_that_has_all_the_provisions_can_work_with_the_profile() {
        assertThatCode(() -> with(broken("csam-possession")).mustFit(country("csam-possession", "other")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_missing_provision_is_named_together_with_those_that_are_there() {
        assertThatThrownBy(() -> with(broken("csam-distribution")).mustFit(country("csam-possession")))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("needs legal provisions with the ids csam-distribution")
                .hasMessageContaining("country profile has csam-possession");
    }

    @Test
    void a_category_without_a_provision_makes_no_profile() {
        assertThatThrownBy(() -> with(broken()).mustBeWhole())
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("broken names no legal provision");
    }

    @Test
    void a_verdict_without_choices_makes_no_profile() {
        ClassificationProfile empty =
                new ClassificationProfile("p", 1, List.of(broken("x")), List.of(), List.of(REASON));

        assertThatThrownBy(empty::mustBeWhole)
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("NOT_ILLEGAL has no choices");
    }

    @Test
    void a_code_given_twice_makes_no_profile() {
        assertThatThrownBy(() -> with(broken("x"), broken("x")).mustBeWhole())
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("the code broken twice");
    }

    @Test
    void a_choice_is_written_and_read_as_one_word() {
        Choice choice = new Choice(Verdict.NOT_ILLEGAL, "adult-content");

        assertThat(Choice.parse(choice.toString())).contains(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "ILLEGAL", "illegal:national", "MAYBE:x"})
    void anything_else_is_no_choice(String text) {
        assertThat(Choice.parse(text)).isEmpty();
    }

    private static Category broken(String... provisions) {
        return new Category("broken", "A category", "", List.of(provisions));
    }

    private static ClassificationProfile with(Category... illegal) {
        return new ClassificationProfile("p", 1, List.of(illegal), List.of(REASON), List.of(REASON));
    }

    private static CountryProfile country(String... provisions) {
        Duration day = Duration.ofDays(1);
        return new CountryProfile(
                "XX",
                "Demoland",
                List.of("en"),
                new CountryProfile.Hotline(
                        "Hotline", "hotline.example", "n@hotline.example", "p@hotline.example", Optional.empty()),
                Arrays.stream(provisions)
                        .map(id -> new LegalProvision(id, "Section 1"))
                        .toList(),
                new CountryProfile.AssessmentRules("p", false, day, Optional.empty()),
                new CountryProfile.PoliceRules(PoliceGate.NONE, day, day, "desk@police.example"),
                new CountryProfile.NoticeRules(day, day),
                new CountryProfile.RetentionRules(day, day),
                Optional.empty());
    }
}
