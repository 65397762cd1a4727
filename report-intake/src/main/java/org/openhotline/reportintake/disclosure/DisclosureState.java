// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

/** Where a request stands. */
public enum DisclosureState {
    REQUESTED,
    APPROVED,
    REFUSED,
    USED
}
