// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

/** What became of a call that sends a list. */
public sealed interface ImportOutcome {

    /** Read to its end, now or by an earlier call with the same key and content. */
    record Done(Import list) implements ImportOutcome {}

    /** Another call with the same key is reading it. */
    record Busy() implements ImportOutcome {}

    /** This key has been used for another list. */
    record KeyUsed() implements ImportOutcome {}
}
