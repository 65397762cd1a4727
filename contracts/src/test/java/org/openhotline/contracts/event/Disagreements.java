// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what does not agree, in words. */
final class Disagreements {
    private final List<String> found = new ArrayList<>();

    void unless(boolean agreed, String message, Object... args) {
        if (!agreed) {
            found.add(message.formatted(args));
        }
    }

    /** Both sets must hold the same names. */
    void unlessSame(String left, Set<String> a, String right, Set<String> b) {
        minus(a, b).forEach(name -> found.add("%s has %s, %s has not".formatted(left, name, right)));
        minus(b, a).forEach(name -> found.add("%s has %s, %s has not".formatted(right, name, left)));
    }

    void addAll(List<String> more) {
        found.addAll(more);
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private static Set<String> minus(Set<String> a, Set<String> b) {
        Set<String> rest = new TreeSet<>(a);
        rest.removeAll(b);
        return rest;
    }
}
