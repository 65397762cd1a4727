// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import org.openhotline.contracts.report.Circumstances;

/** How soon an item is looked at, the most urgent first. */
public enum Urgency {
    /** A child may be in danger now. */
    DANGER,
    /** The child shown, or another child, reports. */
    SELF_REPORT,
    POLICE,
    /** A partner organisation or a helpline. */
    PARTNER,
    PUBLIC,
    /** Found by a crawler or by staff; nobody waits for an answer. */
    SWEEP;

    static Urgency of(Circumstances circumstances) {
        if (circumstances.childInDanger()) {
            return DANGER;
        }
        if (circumstances.selfReport()) {
            return SELF_REPORT;
        }
        return switch (circumstances.source()) {
            case POLICE -> POLICE;
            case PARTNER, HELPLINE -> PARTNER;
            case PUBLIC -> PUBLIC;
            case CRAWLER, STAFF -> SWEEP;
        };
    }
}
