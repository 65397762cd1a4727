// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.List;
import java.util.Optional;

/**
 * One row as it came in, before anything is checked.
 *
 * @param line where it begins, from 1
 * @param url the address
 * @param referrer the page on which it was found
 * @param reference of the sender's own
 * @param source name of a source
 * @param kind name of a locator kind
 * @param theme name of a theme, where the format says it
 */
public record GivenRow(
        long line,
        String url,
        Optional<String> referrer,
        Optional<String> note,
        Optional<String> reference,
        Optional<String> source,
        Optional<String> kind,
        Optional<String> theme) {

    /** All that was said, in order, so that equal rows can be told. */
    List<String> parts() {
        return List.of(
                url,
                referrer.orElse(""),
                note.orElse(""),
                reference.orElse(""),
                source.orElse(""),
                kind.orElse(""),
                theme.orElse(""));
    }

    /** Never the row, so that no log line can hold it. */
    @Override
    public String toString() {
        return "GivenRow[" + line + "]";
    }
}
