// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.spring;

import java.io.IOException;
import java.time.Duration;

/**
 * Something to do again and again while this instance keeps the log.
 *
 * @param what for the log of the service
 * @param pause between two rounds
 */
public record Round(String what, Duration pause, Step step) {
    /** One round. */
    public interface Step {
        void run() throws IOException, InterruptedException;
    }
}
