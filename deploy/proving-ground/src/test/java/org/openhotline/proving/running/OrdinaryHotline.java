// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives the classes that take a {@link RunningHotline} one and the same, since a start costs most of a minute. It is
 * empty for the first of them only; they come last, in a fixed order, and it is stopped after the last.
 */
public final class OrdinaryHotline implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningHotline.class;
    }

    @Override
    public RunningHotline resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OrdinaryHotline.class))
                .computeIfAbsent(Started.class, _ -> new Started(), Started.class)
                .hotline;
    }

    private static final class Started implements AutoCloseable {
        private final Path folder = newFolder();
        private final RunningHotline hotline = RunningHotline.start(folder.resolve("data"));

        @Override
        public void close() throws IOException {
            hotline.close();
            FileSystemUtils.deleteRecursively(folder);
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("hotline-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
