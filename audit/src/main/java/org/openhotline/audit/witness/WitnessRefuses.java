// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

/** A witness did not cosign. */
final class WitnessRefuses extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final boolean contradicts;

    private WitnessRefuses(String why, boolean contradicts) {
        super(why);
        this.why = why;
        this.contradicts = contradicts;
    }

    /** Something is not set up, or does not work. */
    static WitnessRefuses because(String why) {
        return new WitnessRefuses(why, false);
    }

    /** What the witness has signed before and what the log is now do not fit: one of the two has another history. */
    static WitnessRefuses contradicting(String why) {
        return new WitnessRefuses(why, true);
    }

    String why() {
        return why;
    }

    boolean contradicts() {
        return contradicts;
    }
}
