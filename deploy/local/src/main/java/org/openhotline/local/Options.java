// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ./deploy/up} was told.
 *
 * @param root the checkout, where the country profile and the realm lie
 * @param data the one folder in which everything is kept
 * @param ports what every part listens on; 0 stands for any free port
 * @param apart whether broker and store have processes of their own, as they always have when separate
 * @param aot whether ahead-of-time caches are used
 */
record Options(
        Path root,
        Path data,
        boolean fresh,
        boolean demo,
        boolean separate,
        boolean apart,
        boolean aot,
        Path country,
        List<Module> only,
        Map<Part, Integer> ports) {

    static final String USAGE = """
            Usage: ./deploy/up [options]
              --data DIR          keep everything in DIR instead of .openhotline
              --fresh             start empty: what is in the data folder is deleted first
              --demo              play a made-up day: reports, and the demo staff at work on them
              --port NAME=NUMBER  another port for a part (0: any free one); may be given several times
                                  parts: %s
              --free-ports        any free port for every part that is not given one
              --country FILE      another country profile instead of deploy/country/demo.yaml
              --separate          each part in a process of its own instead of all services in one
              --apart             only broker and store in processes of their own
              --only NAME,NAME    start only these services
              --no-aot            neither make nor use ahead-of-time caches
            """.formatted(Part.ids());

    Options {
        only = List.copyOf(only);
        ports = Map.copyOf(ports);
    }

    int port(Part part) {
        return ports.getOrDefault(part, part.standardPort());
    }

    Options with(Map<Part, Integer> chosen) {
        return new Options(root, data, fresh, demo, separate, apart, aot, country, only, chosen);
    }

    /** @throws Refusal naming the option that is wrong */
    static Options parse(Path root, String... arguments) {
        return new Parser(root, arguments).parse();
    }

    private static final class Parser {
        private final Path root;
        private final Deque<String> rest;
        private final EnumMap<Part, Integer> ports = new EnumMap<>(Part.class);
        private Path data;
        private Path country;
        private List<Module> only = Module.all();
        private boolean fresh;
        private boolean demo;
        private boolean separate;
        private boolean apart;
        private boolean freePorts;
        private boolean aot = true;

        private Parser(Path root, String... arguments) {
            this.root = root;
            this.rest = new ArrayDeque<>(List.of(arguments));
            this.data = root.resolve(".openhotline");
            this.country = root.resolve("deploy/country/demo.yaml");
        }

        private Options parse() {
            while (!rest.isEmpty()) {
                option(rest.removeFirst());
            }
            if (!Files.isReadable(country)) {
                throw new Refusal("There is no country profile in " + country + " (--country FILE).");
            }
            for (var part : Part.all()) {
                ports.putIfAbsent(part, freePorts ? 0 : part.standardPort());
            }
            return new Options(root, data, fresh, demo, separate, apart || separate, aot, country, only, ports);
        }

        private void option(String name) {
            switch (name) {
                case "--data" -> data = Path.of(value(name)).toAbsolutePath().normalize();
                case "--country" ->
                    country = Path.of(value(name)).toAbsolutePath().normalize();
                case "--port" -> port(value(name));
                case "--only" -> only = modules(value(name));
                case "--fresh" -> fresh = true;
                case "--demo" -> demo = true;
                case "--separate" -> separate = true;
                case "--apart" -> apart = true;
                case "--free-ports" -> freePorts = true;
                case "--no-aot" -> aot = false;
                default -> throw new Refusal("I do not know the option " + name + ".\n" + USAGE);
            }
        }

        private String value(String name) {
            if (rest.isEmpty()) {
                throw new Refusal("The option " + name + " needs a value.\n" + USAGE);
            }
            return rest.removeFirst();
        }

        private void port(String value) {
            var sides = value.split("=", -1);
            Optional<Part> part = Part.of(sides[0]);
            if (sides.length != 2 || part.isEmpty() || !sides[1].matches("\\d{1,5}")) {
                throw new Refusal("--port " + value + ": give NAME=NUMBER, where NAME is one of " + Part.ids() + ".");
            }
            int number = Integer.parseInt(sides[1]);
            if (number > 65535) {
                throw new Refusal("--port " + value + ": a port is at most 65535.");
            }
            ports.put(part.get(), number);
        }

        private static List<Module> modules(String value) {
            return Arrays.stream(value.split(",", -1))
                    .map(id -> Module.of(id)
                            .orElseThrow(() -> new Refusal("--only " + value + ": there is no service " + id + ".")))
                    .toList();
        }
    }
}
