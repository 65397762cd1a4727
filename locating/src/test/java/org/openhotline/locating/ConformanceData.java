// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public vectors, which lie outside of the repository and may be absent. */
public final class ConformanceData {
    private ConformanceData() {}

    public static JsonNode json(String name) {
        Path file = Path.of(System.getProperty("conformance.data", "../../shared/data"), name);
        assumeTrue(
                Files.isReadable(file), () -> "no public vectors at " + file + " (system property conformance.data)");
        return JsonMapper.shared().readTree(file);
    }

    public static Path file(String name) {
        Path file = Path.of(System.getProperty("conformance.data", "../../shared/data"), name);
        assumeTrue(
                Files.isReadable(file), () -> "no public vectors at " + file + " (system property conformance.data)");
        return file;
    }
}
