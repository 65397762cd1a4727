// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.util.Arrays;
import java.util.List;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.classification.ClassificationProfile.Category;
import org.openhotline.contracts.item.Verdict;

/** The radio buttons of one verdict. */
record ChoiceGroup(String legend, List<Option> choices) {

    record Option(String id, String value, String label, String help) {}

    static List<ChoiceGroup> of(ClassificationProfile profile) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new ChoiceGroup(
                        Words.verdict(verdict),
                        profile.choices(verdict).stream()
                                .map(category -> option(verdict, category))
                                .toList()))
                .toList();
    }

    private static Option option(Verdict verdict, Category category) {
        Choice choice = new Choice(verdict, category.code());
        return new Option(
                "choice-" + verdict.ordinal() + "-" + category.code(),
                choice.toString(),
                category.label(),
                category.help());
    }
}
