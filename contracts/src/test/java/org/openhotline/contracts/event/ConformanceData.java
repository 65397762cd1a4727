// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public schemas and vectors, read from where the system property {@code conformance.data} says. */
final class ConformanceData {
    private ConformanceData() {}

    /** The text of a file; where the folder is absent, the test is skipped and says so. */
    static String text(String name) {
        Path folder = Path.of(System.getProperty("conformance.data", "../../shared/data"));
        assumeTrue(Files.isDirectory(folder), "no public schemas here: set -Dconformance.data to their folder");
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
