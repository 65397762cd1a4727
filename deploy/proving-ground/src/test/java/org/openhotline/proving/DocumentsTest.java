// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A document that names what is not there leads its reader astray. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    @Test
    void every_link_between_our_documents_leads_somewhere() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT, 4)) {
            List<String> dead = all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .flatMap(DocumentsTest::deadLinks)
                    .toList();
            assertThat(dead).isEmpty();
        }
    }

    @Test
    void a_report_is_followed_in_twelve_stops() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("docs/follow-a-report.md")))
                .filteredOn(line -> line.matches("\\| \\d+ \\|.*"))
                .hasSize(12)
                .allMatch(line -> links(line).count() == 2);
    }

    private static Stream<String> deadLinks(Path document) {
        try {
            return links(Files.readString(document))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .map(link -> ROOT.relativize(document) + " -> " + link);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> links(String text) {
        return LINK.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
