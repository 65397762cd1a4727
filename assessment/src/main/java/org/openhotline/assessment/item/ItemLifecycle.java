// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.openhotline.assessment.item.ItemState.AWAITING_REVIEW;
import static org.openhotline.assessment.item.ItemState.AWAITING_SENIOR;
import static org.openhotline.assessment.item.ItemState.CLAIMED;
import static org.openhotline.assessment.item.ItemState.CONFIRMED_ILLEGAL;
import static org.openhotline.assessment.item.ItemState.IN_REVIEW;
import static org.openhotline.assessment.item.ItemState.NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.ItemState.NOT_ILLEGAL;
import static org.openhotline.assessment.item.ItemState.QUEUED;
import static org.openhotline.assessment.item.ItemState.TRACING;
import static org.openhotline.assessment.item.ItemState.WITH_SENIOR;
import static org.openhotline.assessment.item.ItemStep.ASK_FOR_REVIEW;
import static org.openhotline.assessment.item.ItemStep.CLAIM;
import static org.openhotline.assessment.item.ItemStep.DISAGREE;
import static org.openhotline.assessment.item.ItemStep.FIND_ILLEGAL;
import static org.openhotline.assessment.item.ItemStep.FIND_NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.ItemStep.FIND_NOT_ILLEGAL;
import static org.openhotline.assessment.item.ItemStep.LET_LEASE_END;
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
            rowIf(HOLDER, WITH_SENIOR, FIND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, SENIOR_ANALYST));

    private ItemLifecycle() {}
}
