// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import java.time.Instant;

/** A message in clear, for showing only. */
public record ReadableMessage(boolean byReporter, String text, Instant at) {

    /** Never the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "ReadableMessage[…]";
    }
}
