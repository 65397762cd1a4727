// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;

/** Whether a form is let through. */
public sealed interface Passage {

    record Open() implements Passage {}

    /**
     * Not now, but with {@code ticket} after a while, or at once when the work has been done for it.
     *
     * @param rest how long until waiting is enough
     * @param workBits how much work takes the place of waiting
     */
    record Later(String ticket, Duration rest, int workBits) implements Passage {}
}
