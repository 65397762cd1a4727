// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a case file tells.
 *
 * @param about ids of the items and other things that the case is about
 * @param log the log's name
 * @param checkpoint the signed note that all receipts are below
 * @param policy who must have signed, as the verifier reads it; whoever receives the file compares it with the one that
 *     was deposited
 * @param entries in any order
 */
public record CaseContent(
        Instant made, List<String> about, String log, String checkpoint, String policy, List<CaseEntry> entries) {
    /** A plain ZIP holds 65,535 files, and an entry is up to four. */
    static final int MOST_ENTRIES = 16_000;

    static final String FIRST_LINE = "org.openhotline/case-file@v1";

    /** @throws IllegalArgumentException where there are too many entries for one file */
    public CaseContent {
        about = List.copyOf(about);
        entries = entries.stream()
                .sorted(Comparator.comparingLong(CaseEntry::index))
                .toList();
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a case file holds at most " + MOST_ENTRIES + " entries");
        }
    }

    /** The text of {@code case.txt}: of each source, whether its entries are there from number 1 on without a hole. */
    String text() {
        Map<String, List<Long>> numbers = entries.stream()
                .collect(Collectors.groupingBy(
                        CaseEntry::source, TreeMap::new, Collectors.mapping(CaseEntry::sequence, Collectors.toList())));
        StringBuilder text = new StringBuilder(FIRST_LINE + "\nlog " + log + "\nmade " + made + "\n");
        about.forEach(id -> text.append("about ").append(id).append('\n'));
        numbers.forEach((source, seen) -> text.append(claim(source, seen)).append('\n'));
        return text.toString();
    }

    private static String claim(String source, List<Long> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i + 1) {
                return "part " + source;
            }
        }
        return "whole " + source + " " + numbers.size();
    }
}
