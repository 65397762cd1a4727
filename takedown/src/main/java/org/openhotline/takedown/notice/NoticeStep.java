// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

/** What can happen to a notice. */
public enum NoticeStep {
    START_SENDING,
    ACCEPT,
    REFUSE,
    POSTPONE,
    LOSE_TRACK,
    FIND_SENT,
    FIND_NOT_SENT,
    ANSWER
}
