// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhotline.local.State.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a person types them, with real processes; one service stands for all. */
class LauncherIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data = Path.of("target/launcher-it").toAbsolutePath();

    @AfterEach
    void down() throws Exception {
        run(Down.class, "--data", data.toString());
    }

    @Test
    void up_status_a_killed_child_a_killed_launcher_and_down() throws Exception {
        var up = run(
                Up.class,
                "--data",
                data.toString(),
                "--fresh",
                "--free-ports",
                "--no-aot",
                "--only",
                "needs-assessment");
        assertThat(up.said()).contains("public form", "demo-");
        assertThat(up.code()).isZero();
        assertThat(status().path("ready").asBoolean()).isTrue();
        assertThat(health()).containsOnly("up");
        assertNothingSecretIsReadableByOthersOrOnACommandLine();

        var again = run(Up.class, "--data", data.toString(), "--free-ports");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.said()).contains("running already");

        child("services").find().orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !health().contains("up") || health().contains("down"));
        await().atMost(PATIENCE).until(() -> List.of("up").containsAll(health()));

        var children = state().children();
        state().launcher().find().orElseThrow().destroyForcibly();
        await("children end with the launcher, even when it is killed")
                .atMost(PATIENCE)
                .until(() -> children.stream().allMatch(child -> child.find().isEmpty()));
        assertThat(status().path("running").asBoolean()).isFalse();

        assertThat(run(Up.class, "--data", data.toString(), "--free-ports", "--no-aot", "--only", "needs-assessment")
                        .code())
                .as("up on existing data, after a launcher that was killed")
                .isZero();
        var last = Stream.concat(state().children().stream(), Stream.of(state().launcher()))
                .toList();
        assertThat(run(Down.class, "--data", data.toString()).said()).contains("Stopped.");
        assertThat(last).allMatch(process -> process.find().isEmpty());
        assertThat(run(Down.class, "--data", data.toString()).said()).contains("Nothing is running");
    }

    private void assertNothingSecretIsReadableByOthersOrOnACommandLine() throws Exception {
        var secret = Secrets.in(data.resolve("secrets.properties")).of("needs-assessment");
        for (var child : state().children()) {
            assertThat(child.find().orElseThrow().info().commandLine().orElse(""))
                    .doesNotContain(secret);
        }
        for (var file : List.of("secrets.properties", "keys/case.json", "run/needs-assessment.properties")) {
            assertThat(Files.getPosixFilePermissions(data.resolve(file)))
                    .as(file)
                    .allMatch(permission -> permission.name().startsWith("OWNER"));
        }
    }

    private State state() {
        return State.read(new DataFolder(data)).orElseThrow();
    }

    private Mark child(String name) {
        return state().children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode status() throws Exception {
        return JsonMapper.shared()
                .readTree(run(Status.class, "--data", data.toString(), "--json").said());
    }

    private List<String> health() throws Exception {
        return status().path("parts").findValuesAsString("health").stream()
                .distinct()
                .toList();
    }

    private record Ended(int code, String said) {}

    private static Ended run(Class<?> main, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                ROOT.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
