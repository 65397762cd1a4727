// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhotline.proving.running.RunningHotline;

/**
 * Processor time that each process has taken so far. Unlike rates it says the same on a busy machine as on an idle one.
 *
 * @param taken by name of the process
 */
record ProcessorTime(Map<String, Duration> taken) {
    static ProcessorTime of(RunningHotline hotline) {
        Map<String, Duration> taken = new LinkedHashMap<>();
        hotline.processes()
                .forEach((name, process) ->
                        taken.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return new ProcessorTime(taken);
    }

    /** What each has taken for one of {@code count} pieces of work since {@code before}. */
    String since(ProcessorTime before, int count) {
        return taken.entrySet().stream()
                .map(each -> "%s %.1f ms"
                        .formatted(
                                each.getKey(),
                                each.getValue()
                                                .minus(before.taken.get(each.getKey()))
                                                .toMillis()
                                        / (double) count))
                .collect(Collectors.joining(", "));
    }
}
