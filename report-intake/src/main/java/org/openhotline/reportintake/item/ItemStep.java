// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

/** What happens to an item elsewhere that its reporters may notice. */
public enum ItemStep {
    CLAIMED,
    CONFIRMED,
    FOUND_NOT_ILLEGAL,
    FOUND_NOT_ACCESSIBLE,
    NOTICE_SENT,
    REMOVED,
    REAPPEARED,
    PASSED_ON
}
