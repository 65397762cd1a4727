// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where screenshots go: {@code docs/screenshots} with {@code -Dupdate.docs=true}, else the build folder. */
final class Pictures {
    private Pictures() {}

    static Path folder() throws IOException {
        Path folder = Boolean.getBoolean("update.docs")
                ? Path.of(System.getProperty("project.root"), "docs", "screenshots")
                : Path.of("target", "screenshots");
        return Files.createDirectories(folder);
    }

    static Path folder(String name) throws IOException {
        return Files.createDirectories(folder().resolve(name));
    }
}
