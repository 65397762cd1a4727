// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

/** What can happen to a removal. */
public enum RemovalStep {
    PLACE_HOLD,
    RELEASE_HOLD,
    EXPIRE_HOLD,
    DECIDE_NOTICE,
    MISS_CONTACT,
    ENTER_CONTACT,
    NOTICE_SENT,
    NOTICE_BOUNCED,
    HOST_ANSWERED,
    CONFIRM_REMOVED,
    REQUEST_CHECK,
    FIND_GONE,
    FIND_ONLINE,
    LEAVE_WITH_POLICE
}
