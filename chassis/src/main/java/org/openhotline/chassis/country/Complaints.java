// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, collected so that a country can mend all of it in one go. */
final class Complaints {
    private record Complaint(int line, String text) {}

    private final String fileName;
    private final List<Complaint> all = new ArrayList<>();

    Complaints(String fileName) {
        this.fileName = fileName;
    }

    /** @param line counted from 1; 0 where the whole file is meant */
    void add(int line, String text) {
        all.add(new Complaint(line, text));
    }

    void add(int line, String path, String text) {
        add(line, path + ": " + text);
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidCountryProfile(all.stream()
                    .sorted(Comparator.comparingInt(Complaint::line))
                    .map(this::sentence)
                    .toList());
        }
    }

    private String sentence(Complaint complaint) {
        String where = complaint.line() == 0 ? fileName : fileName + " line " + complaint.line();
        return where + ": " + complaint.text();
    }
}
