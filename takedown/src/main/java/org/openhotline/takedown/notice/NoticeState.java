// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

/** How far a notice came. */
public enum NoticeState {
    /** To be sent when due; certainly not sent yet. */
    PLANNED,
    /** It may leave at any moment from here on. */
    SENDING,
    SENT,
    /** It may or may not have left; a takedown officer finds out. */
    UNKNOWN,
    /** It has certainly not been delivered and will not be. */
    BOUNCED,
    /** The host answered through its link. */
    ANSWERED
}
