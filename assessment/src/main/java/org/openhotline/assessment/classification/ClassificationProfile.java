// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.Verdict;

/**
 * A versioned set of ways to decide.
 *
 * @param id for example {@code generic-national}
 * @param illegal the categories, each with the provisions it breaks
 * @param notIllegal the reasons
 * @param notAccessible the reasons
 */
public record ClassificationProfile(
        String id, int version, List<Category> illegal, List<Category> notIllegal, List<Category> notAccessible) {

    /**
     * A category of what is illegal, or a reason for another verdict.
     *
     * @param help one plain sentence for the analyst, may be empty
     * @param provisions ids of the country's legal provisions; empty for a reason
     */
    public record Category(String code, String label, String help, List<String> provisions) {
        public Category {
            provisions = List.copyOf(provisions);
        }
    }

    public ClassificationProfile {
        illegal = List.copyOf(illegal);
        notIllegal = List.copyOf(notIllegal);
        notAccessible = List.copyOf(notAccessible);
    }

    public List<Category> choices(Verdict verdict) {
        return switch (verdict) {
            case ILLEGAL -> illegal;
            case NOT_ILLEGAL -> notIllegal;
            case NOT_ACCESSIBLE -> notAccessible;
        };
    }

    /** @throws InvalidInput for a choice that this profile does not have */
    public Classification classify(Choice choice) {
        return choices(choice.verdict()).stream()
                .filter(category -> category.code().equals(choice.code()))
                .map(category -> new Classification(id, version, category.code()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "choice", "Choose how the item is to be decided.", "one of the choices of the profile " + id));
    }

    /** The words for a decision, also for one made with a version that had other codes. */
    public String label(Verdict verdict, String code) {
        return choices(verdict).stream()
                .filter(category -> category.code().equals(code))
                .map(Category::label)
                .findFirst()
                .orElse(code);
    }

    /**
     * Whether a country can work with this profile.
     *
     * @throws InvalidProfile naming everything that does not fit
     */
    public void mustFit(CountryProfile country) {
        Set<String> known = country.legalProvisions().stream()
                .map(LegalProvision::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = illegal.stream()
                .flatMap(category -> category.provisions().stream())
                .filter(provision -> !known.contains(provision))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new InvalidProfile("The classification profile " + id + " needs legal provisions with the ids "
                    + String.join(", ", missing) + "; legal-provisions of the country profile has "
                    + String.join(", ", known) + ". Add the missing ones there or choose another profile.");
        }
    }

    /**
     * Whether the profile is complete in itself.
     *
     * @throws InvalidProfile naming what is wrong
     */
    public void mustBeWhole() {
        must(version >= 1, "version must be 1 or more");
        for (Verdict verdict : Verdict.values()) {
            mustBeWhole(verdict);
        }
        for (Category category : illegal) {
            must(!category.provisions().isEmpty(), "the category " + category.code() + " names no legal provision");
        }
    }

    private void mustBeWhole(Verdict verdict) {
        Set<String> codes = new HashSet<>();
        must(!choices(verdict).isEmpty(), verdict + " has no choices");
        for (Category category : choices(verdict)) {
            must(category.code().matches("[a-z0-9]+(-[a-z0-9]+)*"), "a code is small letters, digits and hyphens");
            must(codes.add(category.code()), verdict + " has the code " + category.code() + " twice");
            must(!category.label().isBlank(), verdict + "/" + category.code() + " has no label");
        }
    }

    private void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidProfile("The classification profile " + id + " cannot be used: " + otherwise + ".");
        }
    }

    /** A profile that nobody can decide with; the service does not start. */
    public static final class InvalidProfile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public InvalidProfile(String message) {
            super(message);
        }
    }
}
