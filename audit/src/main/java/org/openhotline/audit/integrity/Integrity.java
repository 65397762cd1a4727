// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.integrity;

import java.util.List;
import java.util.Optional;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Reach;

/**
 * How far the log is known to whom.
 *
 * @param checkpoint the newest one, and when it was signed
 * @param witnesses what each has cosigned last
 * @param contradicting the witnesses that say that the log is not what it was
 * @param places what was sent to each last; the time-stamping authority is one of them
 */
public record Integrity(
        Optional<Mark> checkpoint, List<Reach> witnesses, List<String> contradicting, List<Reach> places) {
    public Integrity {
        witnesses = List.copyOf(witnesses);
        contradicting = List.copyOf(contradicting);
        places = List.copyOf(places);
    }
}
