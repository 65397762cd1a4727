// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.ImportOrder;
import org.openhotline.reportintake.batch.ImportOutcome;
import org.openhotline.reportintake.batch.RunImport;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast a long list comes in, and what it does to the heap. Not a test of the normal build:
 * {@code ./mvnw -pl contracts,chassis,report-intake verify -Dquick -Dtest=None -Dit.test=ImportBenchmark
 * -Dbenchmark.rows=100000 -Dtest.jvm.flags=-Xmx8g -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}. The heap is this process's. Where no Docker answers it also holds the store, all
 * of it, and every event that was seen, which is why it must be that large; so the reader's own share is measured without
 * storing.
 */
@IntegrationTest
class ImportBenchmark {
    private static final int ROWS = Integer.getInteger("benchmark.rows", 10_000);

    @Autowired
    RunImport runImport;

    @Test
    void a_long_list() throws Exception {
        run(1000); // warm up
        long before = usedAfterCollection();
        long begin = System.nanoTime();
        run(ROWS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "import: %d rows in %.1f s, %.0f rows/s; heap %d MB before, %d MB after%n",
                ROWS, seconds, ROWS / seconds, before, usedAfterCollection());
    }

    @Test
    void reading_alone_in_constant_memory() throws Exception {
        for (Format format : new Format[] {Format.CSV, Format.NDJSON}) {
            long before = usedAfterCollection();
            AtomicLong most = new AtomicLong();
            try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
                watch.scheduleAtFixedRate(
                        () -> most.accumulateAndGet(usedAfterCollection(), Math::max), 0, 500, TimeUnit.MILLISECONDS);
                long begin = System.nanoTime();
                var reader =
                        org.openhotline.reportintake.batch.Rows.FORMATS.open(format, new Generated(10 * ROWS, format));
                long rows = 0;
                while (reader.next().isPresent()) {
                    rows++;
                }
                assertThat(rows).isEqualTo(10L * ROWS);
                System.out.printf(
                        "reading %s: %d rows, %.0f rows/s; heap %d MB before, at most %d MB meanwhile%n",
                        format.wireName(), rows, rows / ((System.nanoTime() - begin) / 1e9), before, most.get());
            }
        }
    }

    private void run(int rows) throws Exception {
        ImportOrder order = new ImportOrder(
                "benchmark",
                Source.CRAWLER,
                Set.of(Source.CRAWLER),
                Format.CSV,
                IdempotencyKey.following("benchmark", UUID.randomUUID().toString()));
        ImportOutcome outcome = runImport.run(order, new Generated(rows, Format.CSV));
        assertThat(((ImportOutcome.Done) outcome).list().accepted()).isEqualTo(rows);
    }

    private static long usedAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    /** Rows made while they are read, each with an address of its own. */
    private static final class Generated extends InputStream {
        private final int rows;
        private final Format format;
        private final String run = UUID.randomUUID().toString();
        private byte[] row = {};
        private int position;
        private int made;

        Generated(int rows, Format format) {
            this.rows = rows;
            this.format = format;
        }

        @Override
        public int read() {
            if (position == row.length) {
                if (made == rows) {
                    return -1;
                }
                String url = "https://host" + made % 1000 + ".example.org/" + run + "/" + made++;
                String text = format == Format.CSV
                        ? url + ";https://example.org/;\"third row; seen today\";R-" + made + "\n"
                        : "{\"url\":\"" + url + "\",\"note\":\"third row\",\"reference\":\"R-" + made + "\"}\n";
                row = text.getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return row[position++];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            bytes[offset] = (byte) first;
            int more = Math.min(length - 1, row.length - position);
            System.arraycopy(row, position, bytes, offset + 1, more);
            position += more;
            return more + 1;
        }
    }
}
