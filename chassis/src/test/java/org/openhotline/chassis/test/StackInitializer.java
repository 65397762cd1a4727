// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a service under test what the launcher would give it. */
public final class StackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = settings();
        // after the test's own properties, so that a test can still say otherwise
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("test stack", properties));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test stack addresses",
                        Map.of(
                                "spring.kafka.bootstrap-servers", properties.get("spring.kafka.bootstrap-servers"),
                                "spring.mongodb.uri", properties.get("spring.mongodb.uri"),
                                "management.server.port", "0")));
    }

    /** With new keys and an empty database. */
    public static Map<String, Object> settings() {
        Path folder = TestStack.temporaryFolder();
        KeysetFiles.createSealingIfAbsent(folder.resolve("case.json"));
        KeysetFiles.createSealingIfAbsent(folder.resolve("contact.json"));
        KeysetFiles.createIndexIfAbsent(folder.resolve("index.json"));
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.kafka.bootstrap-servers", TestStack.get().bootstrapServers());
        properties.put("spring.mongodb.uri", TestStack.get().mongo() + "it-" + UUID.randomUUID());
        properties.put("openhotline.country", country(folder).toString());
        properties.put("openhotline.keys.case", folder.resolve("case.json").toString());
        properties.put(
                "openhotline.keys.contact", folder.resolve("contact.json").toString());
        properties.put("openhotline.keys.index", folder.resolve("index.json").toString());
        properties.put("openhotline.issuer", "http://localhost:1/realms/openhotline");
        properties.put("openhotline.client-secret", "not-used");
        properties.put("openhotline.staff-origin", "http://localhost:8090");
        properties.put("openhotline.public-origin", "http://127.0.0.1:8080");
        properties.put("openhotline.audit.directory", folder.resolve("log").toString());
        properties.put("openhotline.audit.key", folder.resolve("audit.key").toString());
        properties.put("management.server.port", "0");
        return properties;
    }

    private static Path country(Path folder) {
        try (InputStream demo =
                Objects.requireNonNull(StackInitializer.class.getResourceAsStream("/country/demo.yaml"))) {
            Path file = folder.resolve("country.yaml");
            Files.copy(demo, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
