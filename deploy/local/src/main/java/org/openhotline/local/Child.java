// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.time.Duration;

/** A process of ours. */
interface Child extends AutoCloseable {
    ProcessHandle process();

    /** @throws IllegalStateException if it ends or does not answer in time; the message names its log */
    void awaitReady(Duration patience);

    /** Asks it to end and waits; ends it by force where it does not. */
    @Override
    void close();
}
