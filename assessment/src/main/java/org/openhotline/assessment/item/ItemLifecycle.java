// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.openhotline.assessment.item.ItemState.ASKED;
import static org.openhotline.assessment.item.ItemState.AWAITING_REVIEW;
import static org.openhotline.assessment.item.ItemState.AWAITING_SENIOR;
import static org.openhotline.assessment.item.ItemState.CLAIMED;
import static org.openhotline.assessment.item.ItemState.CONFIRMED_ILLEGAL;
import static org.openhotline.assessment.item.ItemState.INSUFFICIENT;
import static org.openhotline.assessment.item.ItemState.IN_REVIEW;
import static org.openhotline.assessment.item.ItemState.NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.ItemState.NOT_ILLEGAL;
import static org.openhotline.assessment.item.ItemState.PASSED_ON;
import static org.openhotline.assessment.item.ItemState.QUEUED;
import static org.openhotline.assessment.item.ItemState.TRACING;
import static org.openhotline.assessment.item.ItemState.WITH_POLICE;
import static org.openhotline.assessment.item.ItemState.WITH_SENIOR;
import static org.openhotline.assessment.item.ItemStep.ASK_FOR_REVIEW;
import static org.openhotline.assessment.item.ItemStep.ASK_REPORTER;
import static org.openhotline.assessment.item.ItemStep.CLAIM;
import static org.openhotline.assessment.item.ItemStep.COME_BACK;
import static org.openhotline.assessment.item.ItemStep.DISAGREE;
import static org.openhotline.assessment.item.ItemStep.FIND_ILLEGAL;
import static org.openhotline.assessment.item.ItemStep.FIND_INSUFFICIENT;
import static org.openhotline.assessment.item.ItemStep.FIND_NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.ItemStep.FIND_NOT_ILLEGAL;
import static org.openhotline.assessment.item.ItemStep.LET_LEASE_END;
import static org.openhotline.assessment.item.ItemStep.PASS_ON;
import static org.openhotline.assessment.item.ItemStep.REFER_TO_POLICE;
import static org.openhotline.assessment.item.ItemStep.RELEASE;
import static org.openhotline.assessment.item.ItemStep.TRACE;
import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;
import static org.openhotline.contracts.staff.Role.ANALYST;
import static org.openhotline.contracts.staff.Role.SENIOR_ANALYST;
import static org.openhotline.contracts.staff.Role.SYSTEM;

import org.openhotline.contracts.lifecycle.Lifecycle;

/** The one table of how an item moves; the diagram in docs/lifecycles/assessed-item.md is made from it. */
public final class ItemLifecycle {
    private static final String HOLDER = "holds the claim, lease not ended";
    private static final String ONCE = HOLDER + ", no second review in this country";
    private static final String NO_PAGE = HOLDER + ", not a page";
    private static final String AGAIN = "reported again, or a reporter said more";
    private static final String AGREES = HOLDER + ", same verdict as the first";

    public static final Lifecycle<ItemState, ItemStep> TABLE = Lifecycle.of(
            "assessed item",
            TRACING,
            rowIf("a first trace, found or failed", TRACING, TRACE, QUEUED, SYSTEM),
            rowIf("holds no other item", QUEUED, CLAIM, CLAIMED, ANALYST, SENIOR_ANALYST),
            rowIf("holds the claim", CLAIMED, RELEASE, QUEUED, ANALYST, SENIOR_ANALYST),
            rowIf("lease ended", CLAIMED, LET_LEASE_END, QUEUED, SYSTEM),
            rowIf(ONCE, CLAIMED, FIND_ILLEGAL, CONFIRMED_ILLEGAL, ANALYST, SENIOR_ANALYST),
            rowIf(ONCE, CLAIMED, FIND_NOT_ILLEGAL, NOT_ILLEGAL, ANALYST, SENIOR_ANALYST),
            rowIf(ONCE, CLAIMED, FIND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, ANALYST, SENIOR_ANALYST),
            rowIf(
                    HOLDER + ", second review asked for",
                    CLAIMED,
                    ASK_FOR_REVIEW,
                    AWAITING_REVIEW,
                    ANALYST,
                    SENIOR_ANALYST),
            rowIf(
                    "not the first assessor, holds no other item",
                    AWAITING_REVIEW,
                    CLAIM,
                    IN_REVIEW,
                    ANALYST,
                    SENIOR_ANALYST),
            rowIf("holds the claim", IN_REVIEW, RELEASE, AWAITING_REVIEW, ANALYST, SENIOR_ANALYST),
            rowIf("lease ended", IN_REVIEW, LET_LEASE_END, AWAITING_REVIEW, SYSTEM),
            rowIf(AGREES, IN_REVIEW, FIND_ILLEGAL, CONFIRMED_ILLEGAL, ANALYST, SENIOR_ANALYST),
            rowIf(AGREES, IN_REVIEW, FIND_NOT_ILLEGAL, NOT_ILLEGAL, ANALYST, SENIOR_ANALYST),
            rowIf(AGREES, IN_REVIEW, FIND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, ANALYST, SENIOR_ANALYST),
            rowIf(
                    HOLDER + ", another verdict than the first",
                    IN_REVIEW,
                    DISAGREE,
                    AWAITING_SENIOR,
                    ANALYST,
                    SENIOR_ANALYST),
            rowIf("neither of the two, holds no other item", AWAITING_SENIOR, CLAIM, WITH_SENIOR, SENIOR_ANALYST),
            rowIf("holds the claim", WITH_SENIOR, RELEASE, AWAITING_SENIOR, SENIOR_ANALYST),
            rowIf("lease ended", WITH_SENIOR, LET_LEASE_END, AWAITING_SENIOR, SYSTEM),
            rowIf(HOLDER, WITH_SENIOR, FIND_ILLEGAL, CONFIRMED_ILLEGAL, SENIOR_ANALYST),
            rowIf(HOLDER, WITH_SENIOR, FIND_NOT_ILLEGAL, NOT_ILLEGAL, SENIOR_ANALYST),
            rowIf(HOLDER, WITH_SENIOR, FIND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, SENIOR_ANALYST),
            rowIf(NO_PAGE, CLAIMED, REFER_TO_POLICE, WITH_POLICE, ANALYST, SENIOR_ANALYST),
            rowIf(NO_PAGE, CLAIMED, PASS_ON, PASSED_ON, ANALYST, SENIOR_ANALYST),
            rowIf(NO_PAGE, CLAIMED, ASK_REPORTER, ASKED, ANALYST, SENIOR_ANALYST),
            rowIf(NO_PAGE, CLAIMED, FIND_INSUFFICIENT, INSUFFICIENT, ANALYST, SENIOR_ANALYST),
            rowIf(AGAIN, NOT_ACCESSIBLE, COME_BACK, QUEUED, SYSTEM),
            rowIf("reported again after the country's look-again time", NOT_ILLEGAL, COME_BACK, QUEUED, SYSTEM),
            rowIf(AGAIN, ASKED, COME_BACK, QUEUED, SYSTEM),
            rowIf(AGAIN, INSUFFICIENT, COME_BACK, QUEUED, SYSTEM));

    private ItemLifecycle() {}
}
