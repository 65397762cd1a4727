// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhotline.local.State.Phase;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./deploy/status}: one line for each part, or with {@code --json} an object with {@code running}, {@code ready},
 * {@code data} and {@code parts}, each with {@code name}, {@code url}, {@code health} ("up" or "down") and, for a
 * service, {@code metrics}. Ends with 0 when everything is up, with 1 when something is not.
 */
public final class Status {
    private Status() {}

    private record Line(Part part, String url, boolean up, String metrics) {
        Map<String, Object> json() {
            var object = new LinkedHashMap<String, Object>();
            object.put("name", part.id());
            object.put("url", url);
            object.put("health", up ? "up" : "down");
            if (!metrics.isEmpty()) {
                object.put("metrics", metrics);
            }
            return object;
        }
    }

    /** Root of the checkout first, then perhaps {@code --data DIR} and {@code --json}. */
    public static void main(String... args) {
        try {
            var folder = new DataFolder(DataOption.of(args));
            var state = State.read(folder).filter(s -> s.launcher().find().isPresent());
            List<Line> lines = state.map(s -> lines(Path.of(args[0]), s)).orElse(List.of());
            boolean ready = state.filter(s -> s.phase() == Phase.READY).isPresent();
            if (Arrays.asList(args).contains("--json")) {
                System.out.println(json(folder, state.isPresent(), ready, lines));
            } else {
                print(folder, state.isPresent(), lines);
            }
            System.exit(ready && lines.stream().allMatch(Line::up) ? 0 : 1);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static List<Line> lines(Path root, State state) {
        var addresses = new Addresses(state.options(root));
        return Part.all().parallelStream()
                .filter(part -> isShown(part, state))
                .map(part -> line(part, state, addresses))
                .toList();
    }

    private static boolean isShown(Part part, State state) {
        boolean service = Module.of(part.id()).isPresent();
        boolean health = Module.all().stream().anyMatch(module -> module.health() == part);
        return !health
                && part != Part.CONTROLLER
                && (!service || state.modules().contains(part.id()));
    }

    private static Line line(Part part, State state, Addresses addresses) {
        var module = Module.of(part.id());
        if (module.isPresent()) {
            var health = addresses.of(module.get().health());
            return new Line(part, addresses.of(part), Probe.answers(health), health.replace("/health", "/prometheus"));
        }
        boolean up = switch (part) {
            case KEYCLOAK -> Probe.answers(addresses.issuer());
            default -> Probe.listens(state.port(part));
        };
        return new Line(part, addresses.of(part), up, "");
    }

    private static void print(DataFolder folder, boolean running, List<Line> lines) {
        if (!running) {
            System.out.println("Nothing is running in " + folder.path());
            return;
        }
        lines.forEach(
                line -> System.out.printf("%-17s %-5s %s%n", line.part().id(), line.up() ? "up" : "DOWN", line.url()));
    }

    private static String json(DataFolder folder, boolean running, boolean ready, List<Line> lines) {
        var object = new LinkedHashMap<String, Object>();
        object.put("running", running);
        object.put("ready", ready);
        object.put("data", folder.path().toString());
        object.put("parts", lines.stream().map(Line::json).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(object);
    }
}
