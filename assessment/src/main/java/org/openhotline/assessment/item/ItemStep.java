// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

/** What can happen to an item. */
public enum ItemStep {
    TRACE,
    CLAIM,
    RELEASE,
    LET_LEASE_END,
    ASK_FOR_REVIEW,
    DISAGREE,
    FIND_ILLEGAL,
    FIND_NOT_ILLEGAL,
    FIND_NOT_ACCESSIBLE
}
