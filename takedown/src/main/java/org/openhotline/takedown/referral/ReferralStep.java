// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

/** What can happen to a referral. */
public enum ReferralStep {
    ANNOUNCE,
    ACKNOWLEDGE
}
