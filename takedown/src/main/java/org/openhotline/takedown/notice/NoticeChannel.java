// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import org.openhotline.takedown.letter.Letter;

/** A way to bring a letter to a contact. A further channel is one more implementation in a package of its own. */
public interface NoticeChannel {

    /** Short and stable, for the record. */
    String name();

    /** Whether this channel can bring anything to such a contact. */
    boolean reaches(String contact);

    /**
     * Tries once. {@code beforeHandOver} runs at the last moment at which the letter has certainly not left; if it
     * throws, nothing may leave and what it threw is thrown on. Once it has run, nothing is thrown any more: whatever
     * goes wrong from there is one of the outcomes.
     */
    Delivery deliver(Letter letter, Runnable beforeHandOver);
}
