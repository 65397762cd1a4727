// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.aggregate;

/** What became of an event at a consumer. */
public enum Applied {
    /** Its effect and its sequence are stored, in one write. */
    APPLIED,
    /** It had been applied before; nothing changed. */
    DUPLICATE,
    /** An earlier event of the same source is missing; nothing changed and the key must wait. */
    GAP;

    /** The outcome of one event for several documents: a gap anywhere is a gap. */
    public Applied and(Applied other) {
        if (this == GAP || other == GAP) {
            return GAP;
        }
        return this == APPLIED || other == APPLIED ? APPLIED : DUPLICATE;
    }
}
