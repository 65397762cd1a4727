// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where something went wrong, without the messages: those of libraries quote what they were given. */
final class ScrubbedTrace {
    private static final int FRAMES = 25;
    private static final int CAUSES = 5;

    private ScrubbedTrace() {}

    static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        @Nullable Throwable current = thrown;
        for (int i = 0; current != null && i < CAUSES; i++, current = current.getCause()) {
            trace.append(i == 0 ? "" : "\ncaused by ").append(current.getClass().getName());
            trace.append(Arrays.stream(current.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining()));
        }
        return trace.toString();
    }
}
