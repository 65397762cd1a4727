// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

/** Who or what a removal waits for. */
public enum RemovalState {
    /** Only inside a decision: the way on is chosen in the same write. */
    OPENED,
    /** The police desk asked, or the country's rule asks, not to notify yet. */
    ON_HOLD,
    /** Nobody is known to write to; a takedown officer must find a way. */
    NO_CONTACT,
    /** A notice is on its way. */
    NOTICE_DECIDED,
    /** The last notice has certainly not been delivered; a takedown officer must find another way. */
    UNDELIVERED,
    /** The host has a notice and is waited for. */
    NOTIFIED,
    /** The host answered that it cannot or will not remove; a takedown officer must look. */
    ANSWERED,
    REMOVED,
    /** It was reported again, or only its host said that it is gone; a takedown officer must find out whether it is. */
    CHECKING,
    /** Not a page: the police desk has it, and there is nobody to notify. */
    WITH_POLICE;

    /** Whether nothing goes on until a takedown officer acts. */
    public boolean needsOfficer() {
        return this == NO_CONTACT || this == UNDELIVERED || this == ANSWERED || this == CHECKING;
    }
}
