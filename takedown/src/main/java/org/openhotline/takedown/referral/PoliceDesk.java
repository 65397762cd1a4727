// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

/** Where the police desk can be told that something waits. */
public interface PoliceDesk {

    /** @param number of the referral; nothing else about it leaves. @return whether the message was taken over */
    boolean tell(String number);
}
