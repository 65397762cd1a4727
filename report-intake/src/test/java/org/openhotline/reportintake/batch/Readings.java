// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds of every reading of anything. */
final class Readings {
    private Readings() {}

    static void areInOrder(Format format, String text) {
        areInOrder(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** It ends, in order, says nothing twice of a line of text, and gives rows that can be handed on. */
    static void areInOrder(Format format, byte[] utf8) {
        List<RowReading> readings = Rows.of(format, utf8);
        long lines = new String(utf8, StandardCharsets.UTF_8).lines().count();
        long last = 0;
        for (RowReading reading : readings) {
            assertThat(reading.line()).isBetween(format == Format.CSV ? last + 1 : last, Math.max(lines + 1, 1));
            last = reading.line();
            if (reading instanceof RowReading.Row(GivenRow row)) {
                assertThat(row.url()).isNotBlank().hasSizeLessThanOrEqualTo(Lines.LONGEST);
            }
        }
    }
}
