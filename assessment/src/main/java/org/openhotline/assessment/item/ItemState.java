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
    NOT_ACCESSIBLE;

    /** No further decision is expected. */
    public boolean isFinal() {
        return this == CONFIRMED_ILLEGAL || this == NOT_ILLEGAL || this == NOT_ACCESSIBLE;
    }

    /** Somebody could take it now. */
    public boolean isWaiting() {
        return this == QUEUED || this == AWAITING_REVIEW || this == AWAITING_SENIOR;
    }
}
