// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.util.Arrays;

/** The topics, one per emitting service and one for who looked at what, came in and set what. */
public enum Topic {
    REPORT_INTAKE("report-intake.events"),
    ASSESSMENT("assessment.events"),
    TAKEDOWN("takedown.events"),
    AUDIT("audit.events"),
    ACCESS("access.events");

    private final String wireName;

    Topic(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException for a name that is none of ours */
    public static Topic named(String wireName) {
        return Arrays.stream(values())
                .filter(t -> t.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown topic " + wireName));
    }
}
