// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import org.openhotline.contracts.item.TriageRoute;

/** What can happen to an item. */
public enum ItemStep {
    TRACE,
    CLAIM,
    RELEASE,
    LET_LEASE_END,
    ASK_FOR_REVIEW,
    DISAGREE,
    FIND_ILLEGAL,
    FIND_NOT_ILLEGAL,
    FIND_NOT_ACCESSIBLE,
    REFER_TO_POLICE,
    PASS_ON,
    ASK_REPORTER,
    FIND_INSUFFICIENT,
    /** It was reported again, or somebody said more. */
    COME_BACK;

    static ItemStep to(TriageRoute route) {
        return switch (route) {
            case POLICE -> REFER_TO_POLICE;
            case PLATFORM, HELPLINE -> PASS_ON;
            case ASK_REPORTER -> ASK_REPORTER;
            case INSUFFICIENT -> FIND_INSUFFICIENT;
        };
    }
}
