// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.ReceiveSubmission;

/**
 * Reads a list from a stream, batch by batch, and stores each row as a submission of its own. It never holds more than one
 * batch. Whatever stops it, the same list under the same key goes on: rows that are stored are met again and stay one.
 */
public final class RunImport {
    private static final System.Logger LOG = System.getLogger(RunImport.class.getName());

    /** Rows in one batch; their results are one document. */
    public static final int BATCH = 100;

    private final Imports imports;
    private final Results results;
    private final Formats formats;
    private final TakeRows takeRows;
    private final BlindIndex index;
    private final InstantSource clock;
    private final long mostRows;

    /** @param mostRows of one list; what comes behind them is not stored */
    public RunImport(
            Imports imports,
            Results results,
            Formats formats,
            ReceiveSubmission receiveSubmission,
            PartnerReports partnerReports,
            Predicate<Throwable> isOutage,
            BlindIndex index,
            InstantSource clock,
            long mostRows) {
        this.imports = imports;
        this.results = results;
        this.formats = formats;
        this.takeRows = new TakeRows(receiveSubmission, partnerReports, isOutage);
        this.index = index;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /** @throws IOException where the stream breaks; what was read until then is stored */
    public ImportOutcome run(ImportOrder order, InputStream list) throws IOException {
        UUID id = id(order);
        Instant now = clock.instant();
        boolean[] mine = {false};
        Import begun = imports.change(id, known -> {
            mine[0] =
                    known.isEmpty() || !(known.get().isFinished() || known.get().isBusy(now));
            return known.isEmpty()
                    ? Import.started(id, order, now)
                    : Decision.of(mine[0] ? known.get().resumed(now) : known.get());
        });
        DigestInputStream digested = new DigestInputStream(list, sha256());
        if (begun.isFinished()) {
            return repeated(begun, digested);
        }
        return mine[0] ? read(begun, order, digested) : new ImportOutcome.Busy();
    }

    /** Nothing is stored again: only whether it is the same list is looked at. */
    private ImportOutcome repeated(Import finished, DigestInputStream list) throws IOException {
        list.transferTo(OutputStream.nullOutputStream());
        boolean same = finished.fingerprint()
                .filter(index.candidates(fingerprint(list))::contains)
                .isPresent();
        return same ? new ImportOutcome.Done(finished) : new ImportOutcome.KeyUsed();
    }

    private ImportOutcome read(Import begun, ImportOrder order, DigestInputStream list) throws IOException {
        Import read = begun;
        try {
            RowReader reader = atMost(mostRows, formats.open(order.format(), list));
            for (long batch = 0; true; batch++) {
                List<RowReading> readings = next(reader);
                List<RowResult> taken = takeRows.take(readings, order);
                Optional<Import> noted = whileMine(read, known -> Decision.of(known.after(taken, clock.instant())));
                if (noted.isEmpty()) {
                    return new ImportOutcome.Busy();
                }
                read = noted.get();
                results.keep(read.id(), batch, taken); // an empty one ends what an earlier, longer list left
                if (readings.isEmpty()) {
                    break;
                }
            }
            list.transferTo(OutputStream.nullOutputStream());
            String fingerprint = index.of(fingerprint(list));
            return whileMine(read, known -> known.finished(fingerprint, clock.instant()))
                    .<ImportOutcome>map(ImportOutcome.Done::new)
                    .orElseGet(ImportOutcome.Busy::new);
        } catch (IOException | RuntimeException e) {
            letGo(read);
            throw e;
        }
    }

    /** Empty where this call was away for so long that another one has taken the list over. */
    private Optional<Import> whileMine(Import mine, Function<Import, Decision<Import>> change) {
        boolean[] still = {false};
        Import after = imports.change(mine.id(), known -> {
            still[0] = known.orElseThrow().isReadUnder(mine.busyUntil().orElseThrow());
            return still[0] ? change.apply(known.orElseThrow()) : Decision.of(known.orElseThrow());
        });
        return still[0] ? Optional.of(after) : Optional.empty();
    }

    /** Where the store is the trouble, the lease ends by itself. */
    private void letGo(Import read) {
        try {
            whileMine(read, known -> Decision.of(known.interrupted(clock.instant())));
        } catch (RuntimeException e) {
            LOG.log(DEBUG, "Import {0} stays busy until its lease is over ({1})", read.id(), e.getClass());
        }
    }

    /** The row behind the last that is taken says so and is the end. */
    private static RowReader atMost(long most, RowReader rows) {
        long[] count = {0};
        return () -> {
            if (count[0] > most) {
                return Optional.empty();
            }
            Optional<RowReading> next = rows.next();
            return ++count[0] > most
                    ? next.map(row -> new RowReading.Broken(row.line(), RowReading.Reason.TOO_MANY_ROWS))
                    : next;
        };
    }

    private static List<RowReading> next(RowReader reader) throws IOException {
        List<RowReading> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Optional<RowReading> reading = reader.next();
            if (reading.isEmpty()) {
                break;
            }
            batch.add(reading.get());
        }
        return batch;
    }

    /** UUID of version 8 (RFC 9562, section 5.8) that follows from the key, so that a repeated call finds its import. */
    private static UUID id(ImportOrder order) {
        byte[] digest = sha256().digest(("import\n" + order.key().text()).getBytes(UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (bytes.getLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static String fingerprint(DigestInputStream read) {
        return "import\n" + HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
