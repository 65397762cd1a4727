// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.item.Classification;

/**
 * Finds the provisions by a table from category to ids of the country's provisions. A category that the table or the
 * country does not know is said to break any of the country's provisions, so that no notice goes out without law.
 */
public final class ProfileLaw implements Law {
    private final Map<String, String> table;
    private final List<LegalProvision> provisions;

    /** @param table {@code <profile>.<category>} to ids separated by commas */
    public ProfileLaw(Map<String, String> table, List<LegalProvision> provisions) {
        this.table = Map.copyOf(table);
        this.provisions = List.copyOf(provisions);
    }

    @Override
    public List<LegalProvision> broken(Classification classification) {
        String ids = table.getOrDefault(classification.profile() + "." + classification.category(), "");
        Set<String> wanted =
                Arrays.stream(ids.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        List<LegalProvision> found =
                provisions.stream().filter(p -> wanted.contains(p.id())).toList();
        return found.isEmpty() ? provisions : found;
    }
}
