// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.TriageRoute;

/** One radio button of the decision on an item that is no page. */
record TriageChoice(String value, String label, String help) {
    static List<TriageChoice> all() {
        return Arrays.stream(TriageRoute.values())
                .map(route -> new TriageChoice(route.name(), Words.route(route), help(route)))
                .toList();
    }

    static Optional<TriageRoute> parse(String text) {
        return Arrays.stream(TriageRoute.values())
                .filter(route -> route.name().equals(text))
                .findFirst();
    }

    private static String help(TriageRoute route) {
        return switch (route) {
            case POLICE -> "The police desk gets it at once. Nobody is notified, since there is no host.";
            case PLATFORM -> "Report it there yourself first, then store this.";
            case HELPLINE -> "When somebody needs help more than a takedown. Pass it on first, then store this.";
            case ASK_REPORTER -> "It comes back to the queue when the reporter says more.";
            case INSUFFICIENT -> "It comes back to the queue when it is reported again.";
        };
    }
}
