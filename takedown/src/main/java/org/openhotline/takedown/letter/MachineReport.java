// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.util.List;

/** Writes a letter's facts in a form that machines read. */
public interface MachineReport {

    /** As named in a feedback report (RFC 5965, Feedback-Type), for example {@code xarf}. */
    String feedbackType();

    /** One for each item of the letter, in its order. */
    List<Attachment> write(Letter letter);
}
