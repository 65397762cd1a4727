// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;

/**
 * The measures of the flood control.
 *
 * @param leastAge of a ticket: nobody reads and fills in a form faster
 * @param lifetime of a ticket
 * @param mostSpent how many used tickets are remembered
 * @param calm forms from anybody, without waiting or work
 * @param worked forms for which a machine has worked, beyond those
 * @param waited forms for which a person has waited, beyond those
 * @param longestWait before a form without work is let through
 * @param calls to the interface for programs, all anonymous senders together
 * @param partnerCalls of each partner
 */
public record FloodRules(
        Duration leastAge,
        Duration lifetime,
        int mostSpent,
        Rate calm,
        Rate worked,
        Rate waited,
        Duration longestWait,
        Rate calls,
        Rate partnerCalls) {

    /** @param atOnce after a quiet time */
    public record Rate(double perSecond, int atOnce) {}
}
