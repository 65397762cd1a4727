// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./deploy/rebuild} was told.
 *
 * @param services to be made again; none where only the log is compared
 * @param checkpoint newest one that is known outside
 */
record RebuildOptions(Path data, List<Module> services, Optional<Path> checkpoint) {
    /** Audit keeps what the others are made of and is not made of itself. */
    private static final Set<Module> REBUILT = EnumSet.complementOf(EnumSet.of(Module.AUDIT));

    static final String USAGE = """
            Usage: ./deploy/rebuild [options]        OpenHotline must be down
              --service NAME      make the lost database of this service again from the log; may be given several times
                                  services: %s
              --all               of each of them
              --checkpoint FILE   the newest checkpoint of the log that was kept elsewhere; without a service, the log is
                                  only compared with it
              --data DIR          the data lies in DIR instead of .openhotline
            """.formatted(names());

    static RebuildOptions parse(Path root, String... arguments) {
        Path data = root.resolve(".openhotline");
        Set<Module> services = EnumSet.noneOf(Module.class);
        Optional<Path> checkpoint = Optional.empty();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--all" -> services.addAll(REBUILT);
                case "--service" -> services.add(service(value(option, rest)));
                case "--checkpoint" -> checkpoint = Optional.of(readable(value(option, rest)));
                case "--data" ->
                    data = Path.of(value(option, rest)).toAbsolutePath().normalize();
                default -> throw new Refusal("I do not know the option " + option + ".\n" + USAGE);
            }
        }
        if (services.isEmpty() && checkpoint.isEmpty()) {
            throw new Refusal("Say which service: --service NAME or --all.\n" + USAGE);
        }
        return new RebuildOptions(data, new ArrayList<>(services), checkpoint);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Refusal("The option " + option + " needs a value.\n" + USAGE);
        }
        return rest.removeFirst();
    }

    private static Module service(String name) {
        return Module.of(name)
                .filter(REBUILT::contains)
                .orElseThrow(() -> new Refusal("--service " + name + ": give one of " + names() + "."
                        + (name.equals(Module.AUDIT.id())
                                ? " The log is what the others are made of; it comes back from its backup."
                                : "")));
    }

    private static Path readable(String name) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new Refusal("--checkpoint " + name + ": there is no such file.");
        }
        return file;
    }

    private static String names() {
        return String.join(", ", REBUILT.stream().map(Module::id).toList());
    }
}
