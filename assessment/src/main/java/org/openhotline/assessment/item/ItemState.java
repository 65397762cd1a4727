// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

/** Where an item stands on the desk. */
public enum ItemState {
    /** Its host has not been looked for yet. */
    TRACING,
    QUEUED,
    CLAIMED,
    /** Decided once; a second analyst is to decide without knowing how. */
    AWAITING_REVIEW,
    IN_REVIEW,
    /** The two decisions differ; a senior analyst is to decide. */
    AWAITING_SENIOR,
    WITH_SENIOR,
    CONFIRMED_ILLEGAL,
    NOT_ILLEGAL,
    NOT_ACCESSIBLE,
    /** No page: the police desk has it as intelligence. */
    WITH_POLICE,
    /** No page: the platform's own channel or a helpline deals with it. */
    PASSED_ON,
    /** No page: the reporter has been asked for more. */
    ASKED,
    /** No page: too little to act on. */
    INSUFFICIENT;

    /** No further decision is expected. */
    public boolean isFinal() {
        return switch (this) {
            case CONFIRMED_ILLEGAL, NOT_ILLEGAL, NOT_ACCESSIBLE, WITH_POLICE, PASSED_ON, ASKED, INSUFFICIENT -> true;
            case TRACING, QUEUED, CLAIMED, AWAITING_REVIEW, IN_REVIEW, AWAITING_SENIOR, WITH_SENIOR -> false;
        };
    }

    /** Somebody could take it now. */
    public boolean isWaiting() {
        return this == QUEUED || this == AWAITING_REVIEW || this == AWAITING_SENIOR;
    }
}
