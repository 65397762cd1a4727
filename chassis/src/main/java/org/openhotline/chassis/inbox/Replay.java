// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

/** What a service does when an operator lets a parked source go on. */
@FunctionalInterface
public interface Replay {
    /** Tries a parked source again. @return how many of its events are applied now */
    int replay(String source);
}
