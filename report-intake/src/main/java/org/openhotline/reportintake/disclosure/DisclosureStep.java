// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

/** What can happen to a request. */
public enum DisclosureStep {
    APPROVE,
    REFUSE,
    SHOW
}
