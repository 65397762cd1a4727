// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.event.ImportEvent.ImportFinished;
import org.openhotline.contracts.event.ImportEvent.ImportStarted;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Intake;

class RunImportTest {
    private static final ImportOrder ORDER = new ImportOrder(
            "helpline-a", Source.HELPLINE, Set.of(Source.HELPLINE), Format.CSV, IdempotencyKey.following("list", "1"));

    private final Intake intake = new Intake();
    private final InMemoryImports imports = new InMemoryImports();
    private final InMemoryResults results = new InMemoryResults();
    private final RunImport runImport = new RunImport(
            imports,
            results,
            Rows.FORMATS,
            intake.receiveSubmission,
            new Nobody(),
            e -> e instanceof IllegalMonitorStateException,
            intake.index,
            () -> intake.now,
            450);

    private static InputStream list(int from, int to) {
        return new ByteArrayInputStream(IntStream.range(from, to)
                .mapToObj(i -> "https://example.org/" + i + "\n")
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
    }

    private int stored() {
        return intake.submissions.all().size();
    }

    @Test
    void a_list_that_broke_off_goes_on_and_stores_nothing_twice() throws Exception {
        assertThatThrownBy(() -> runImport.run(ORDER, new SequenceInputStream(list(0, 250), breakingOff())))
                .isInstanceOf(IOException.class);
        Import broken = imports.latest(1).getFirst();
        assertThat(broken.isFinished()).isFalse();
        assertThat(broken.isBusy(intake.now)).isFalse();
        assertThat(broken.rows()).isEqualTo(200);
        int before = stored();
        assertThat(before).isBetween(200, 250);

        ImportOutcome again = runImport.run(ORDER, list(0, 300));
        assertThat(again).isInstanceOfSatisfying(ImportOutcome.Done.class, done -> {
            assertThat(done.list().rows()).isEqualTo(300);
            assertThat(done.list().accepted()).isEqualTo(300);
        });
        assertThat(stored()).isEqualTo(300);
        assertThat(imports.events()).hasExactlyElementsOfTypes(ImportStarted.class, ImportFinished.class);
    }

    @Test
    void a_shorter_list_after_a_broken_one_leaves_no_old_results() throws Exception {
        assertThatThrownBy(() -> runImport.run(ORDER, new SequenceInputStream(list(0, 450), breakingOff())))
                .isInstanceOf(IOException.class);
        runImport.run(ORDER, list(0, 150));
        UUID id = imports.latest(1).getFirst().id();
        assertThat(results.of(id, 0)).hasSize(100);
        assertThat(results.of(id, 1)).hasSize(50);
        assertThat(results.of(id, 2)).isEmpty();
    }

    @Test
    void what_cannot_be_a_reference_is_not_kept() throws Exception {
        String rows = "https://example.org/1;;;" + "QUJD".repeat(200)
                + "\nhttps://example.org/2;;;\"data:a/b;base64,AAAA\"\n"
                + "https://example.org/3;;;\"=cmd|' /C x'!A0\"\n"
                + "https://example.org/4;;;\"x\u0007,=1+1\"\n";
        runImport.run(ORDER, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(results.of(imports.latest(1).getFirst().id(), 0))
                .allSatisfy(row -> assertThat(row.reason()).hasValue("PARTNER_REFERENCE_MALFORMED"))
                .extracting(row -> row.partnerReference().orElse(""))
                .containsExactly("", "", "", "");
    }

    @Test
    void while_one_call_reads_a_second_is_told_so_until_the_lease_is_over() throws Exception {
        List<ImportOutcome> meanwhile = new ArrayList<>();
        InputStream slow = new SequenceInputStream(list(0, 120), new InputStream() {
            @Override
            public int read() throws IOException {
                if (meanwhile.isEmpty()) {
                    meanwhile.add(runImport.run(ORDER, list(0, 1)));
                    intake.now = intake.now.plus(Import.LEASE).plus(Duration.ofSeconds(1));
                    meanwhile.add(runImport.run(ORDER, list(0, 1)));
                }
                return -1;
            }
        });
        assertThat(runImport.run(ORDER, slow))
                .as("whoever was away for too long has lost the list to another call")
                .isInstanceOf(ImportOutcome.Busy.class);
        assertThat(imports.events()).hasExactlyElementsOfTypes(ImportStarted.class, ImportFinished.class);
        assertThat(imports.latest(1).getFirst().rows()).isEqualTo(1);
        assertThat(meanwhile).hasExactlyElementsOfTypes(ImportOutcome.Busy.class, ImportOutcome.Done.class);
    }

    @Test
    void a_fault_with_one_row_harms_no_other_and_an_outage_stops_the_list() throws Exception {
        String poison = "https://example.org/1";
        RunImport fragile = with(url -> {
            if (url.equals(poison)) {
                throw new IllegalArgumentException("a fault of ours");
            }
        });
        ImportOutcome.Done done = (ImportOutcome.Done) fragile.run(ORDER, list(0, 3));
        assertThat(done.list().accepted()).isEqualTo(2);
        assertThat(results.of(done.list().id(), 0).get(1).reason()).hasValue("NOT_STORED");

        RunImport down = with(url -> {
            throw new IllegalMonitorStateException("the store is down");
        });
        ImportOrder other = new ImportOrder(
                "a", Source.PARTNER, Set.of(Source.PARTNER), Format.CSV, IdempotencyKey.following("list", "2"));
        assertThatThrownBy(() -> down.run(other, list(10, 13))).isInstanceOf(IllegalMonitorStateException.class);
        assertThat(imports.latest(2)).anyMatch(list -> !list.isFinished() && !list.isBusy(intake.now));
    }

    @Test
    void a_list_ends_at_the_most_rows_and_says_so() throws Exception {
        ImportOutcome.Done done = (ImportOutcome.Done) runImport.run(ORDER, list(0, 700));
        assertThat(stored()).isEqualTo(450);
        assertThat(done.list().accepted()).isEqualTo(450);
        assertThat(done.list().refused()).isEqualTo(1);
        RowResult last = results.of(done.list().id(), 4).getLast();
        assertThat(last.line()).isEqualTo(451);
        assertThat(last.reason()).hasValue("TOO_MANY_ROWS");
        assertThat(results.of(done.list().id(), 5)).isEmpty();
        assertThat(runImport.run(ORDER, list(0, 700))).as("again").isInstanceOf(ImportOutcome.Done.class);
        assertThat(runImport.run(ORDER, list(0, 701))).as("another").isInstanceOf(ImportOutcome.KeyUsed.class);
    }

    @Test
    void the_same_row_twice_is_one_report() throws Exception {
        ImportOutcome.Done done =
                (ImportOutcome.Done) runImport.run(ORDER, new SequenceInputStream(list(0, 2), list(0, 2)));
        assertThat(done.list().accepted()).isEqualTo(4);
        assertThat(stored()).isEqualTo(2);
    }

    /** An intake in which noting a row's reference, which is its address here, can go wrong. */
    private RunImport with(java.util.function.Consumer<String> trouble) {
        Formats referenced = (format, utf8) -> {
            RowReader rows = Rows.FORMATS.open(format, utf8);
            return () -> rows.next().<RowReading>map(reading -> {
                GivenRow row = ((RowReading.Row) reading).row();
                return new RowReading.Row(new GivenRow(
                        row.line(),
                        row.url(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("x" + row.url()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            });
        };
        return new RunImport(
                imports,
                results,
                referenced,
                intake.receiveSubmission,
                new Nobody() {
                    @Override
                    public void note(String account, PartnerReference reference, UUID submissionId) {
                        trouble.accept(reference.text().substring(1));
                    }
                },
                e -> e instanceof IllegalMonitorStateException,
                intake.index,
                () -> intake.now,
                450);
    }

    private static class Nobody implements PartnerReports {
        @Override
        public void note(String account, PartnerReference reference, UUID submissionId) {
            // nobody asks in these tests
        }

        @Override
        public List<UUID> under(String account, PartnerReference reference, int limit) {
            return List.of();
        }
    }

    private static final class InMemoryResults implements Results {
        private final Map<String, List<RowResult>> batches = new HashMap<>();

        @Override
        public void keep(UUID importId, long batch, List<RowResult> rows) {
            batches.put(importId + "/" + batch, rows);
        }

        @Override
        public List<RowResult> of(UUID importId, long batch) {
            return batches.getOrDefault(importId + "/" + batch, List.of());
        }
    }

    private static final class InMemoryImports extends InMemoryAggregates<Import> implements Imports {
        @Override
        public List<Import> latest(int limit) {
            return all().stream()
                    .sorted(Comparator.comparing(Import::startedAt).reversed())
                    .limit(limit)
                    .toList();
        }
    }
}
