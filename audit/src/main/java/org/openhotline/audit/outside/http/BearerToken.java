// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a place may want to see before it gives or takes anything. @param file holds the token and nothing else */
public record BearerToken(Optional<Path> file) {
    /** Read anew each time, so that it can be replaced while the service runs. */
    Optional<String> read() throws IOException {
        return file.isPresent() ? Optional.of(Files.readString(file.get()).strip()) : Optional.empty();
    }
}
