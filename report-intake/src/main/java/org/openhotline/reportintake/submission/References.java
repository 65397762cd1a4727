// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.List;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.reference.Reference;

/** References as they are stored and looked up: a stolen store does not lead from a slip of paper to a submission. */
public final class References {
    private final BlindIndex index;

    public References(BlindIndex index) {
        this.index = index;
    }

    String of(Reference reference) {
        return index.of(labelled(reference));
    }

    public List<String> candidates(Reference reference) {
        return index.candidates(labelled(reference));
    }

    private static String labelled(Reference reference) {
        return "reference\n" + reference.text();
    }
}
