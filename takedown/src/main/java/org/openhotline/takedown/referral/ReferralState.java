// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

/** How far a referral came. */
public enum ReferralState {
    /** To be read by a liaison officer. */
    ON_DESK,
    /** A liaison officer has taken it over. */
    ACKNOWLEDGED
}
