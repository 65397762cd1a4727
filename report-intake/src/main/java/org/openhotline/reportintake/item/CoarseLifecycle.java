// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import static org.openhotline.contracts.item.CoarseStatus.ACTED_ON;
import static org.openhotline.contracts.item.CoarseStatus.BEING_ASSESSED;
import static org.openhotline.contracts.item.CoarseStatus.NOT_ACCESSIBLE;
import static org.openhotline.contracts.item.CoarseStatus.NOT_ILLEGAL;
import static org.openhotline.contracts.item.CoarseStatus.RECEIVED;
import static org.openhotline.contracts.item.CoarseStatus.REMOVED;
import static org.openhotline.contracts.lifecycle.Lifecycle.row;
import static org.openhotline.contracts.staff.Role.SYSTEM;

import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.lifecycle.Lifecycle;
import org.openhotline.contracts.staff.Actor;

/**
 * What reporters see, as one table. A confirmed item stays "being assessed" until a notice has left: nobody must be
 * able to tell that police asked to wait. A step without a row leaves the status: assessment's and takedown's events
 * travel in topics of their own, so a claim may arrive after the notice that followed it.
 */
public final class CoarseLifecycle {
    public static final Lifecycle<CoarseStatus, ItemStep> TABLE = Lifecycle.of(
            "reported item",
            RECEIVED,
            row(RECEIVED, ItemStep.CLAIMED, BEING_ASSESSED, SYSTEM),
            row(RECEIVED, ItemStep.CONFIRMED, BEING_ASSESSED, SYSTEM),
            row(RECEIVED, ItemStep.FOUND_NOT_ILLEGAL, NOT_ILLEGAL, SYSTEM),
            row(RECEIVED, ItemStep.FOUND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, SYSTEM),
            row(RECEIVED, ItemStep.NOTICE_SENT, ACTED_ON, SYSTEM),
            row(RECEIVED, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(BEING_ASSESSED, ItemStep.FOUND_NOT_ILLEGAL, NOT_ILLEGAL, SYSTEM),
            row(BEING_ASSESSED, ItemStep.FOUND_NOT_ACCESSIBLE, NOT_ACCESSIBLE, SYSTEM),
            row(BEING_ASSESSED, ItemStep.NOTICE_SENT, ACTED_ON, SYSTEM),
            row(BEING_ASSESSED, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(NOT_ILLEGAL, ItemStep.CLAIMED, BEING_ASSESSED, SYSTEM),
            row(NOT_ILLEGAL, ItemStep.CONFIRMED, BEING_ASSESSED, SYSTEM),
            row(NOT_ILLEGAL, ItemStep.NOTICE_SENT, ACTED_ON, SYSTEM),
            row(NOT_ILLEGAL, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(NOT_ACCESSIBLE, ItemStep.CLAIMED, BEING_ASSESSED, SYSTEM),
            row(NOT_ACCESSIBLE, ItemStep.CONFIRMED, BEING_ASSESSED, SYSTEM),
            row(NOT_ACCESSIBLE, ItemStep.NOTICE_SENT, ACTED_ON, SYSTEM),
            row(NOT_ACCESSIBLE, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(ACTED_ON, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(REMOVED, ItemStep.REMOVED, REMOVED, SYSTEM),
            row(REMOVED, ItemStep.REAPPEARED, ACTED_ON, SYSTEM),
            row(RECEIVED, ItemStep.PASSED_ON, ACTED_ON, SYSTEM),
            row(BEING_ASSESSED, ItemStep.PASSED_ON, ACTED_ON, SYSTEM),
            row(NOT_ACCESSIBLE, ItemStep.PASSED_ON, ACTED_ON, SYSTEM));

    private CoarseLifecycle() {}

    static CoarseStatus after(CoarseStatus status, ItemStep step) {
        return TABLE.allows(status, step) ? TABLE.next(status, step, Actor.SYSTEM) : status;
    }
}
