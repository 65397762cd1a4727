// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.log.Parking;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.WireNames;

/** Puts together what is known of the log's soundness. */
public final class TellSoundness {
    private static final int GAPS = 20;

    private final Path folder;
    private final Log log;
    private final ReadEntries entries;
    private final ReadEvent events;
    private final Parking parking;
    private final VerifyLog verifying;
    private final Supplier<Optional<LogDamaged>> damage;

    /** @param folder of the log */
    public TellSoundness(
            Path folder,
            Log log,
            ReadEntries entries,
            ReadEvent events,
            Parking parking,
            VerifyLog verifying,
            Supplier<Optional<LogDamaged>> damage) {
        this.folder = folder;
        this.log = log;
        this.entries = entries;
        this.events = events;
        this.parking = parking;
        this.verifying = verifying;
        this.damage = damage;
    }

    public Soundness now() {
        try {
            return new Soundness(
                    log.head().map(Log.Head::checkpoint),
                    signedAt(),
                    verifying.last(),
                    damage.get(),
                    gaps(),
                    new TreeSet<>(parking.sources()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A checkpoint does not tell; its file does. */
    private Optional<Instant> signedAt() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        return Files.exists(checkpoint)
                ? Optional.of(Files.getLastModifiedTime(checkpoint).toInstant())
                : Optional.empty();
    }

    private List<AuditGapDetected> gaps() {
        EntryFilter told = EntryFilter.ALL.ofType(WireNames.of(AuditGapDetected.class));
        return entries.search(told, Long.MAX_VALUE, GAPS).stream()
                .flatMap(entry -> entry.body().stream()
                        .flatMap(body -> events.read(entry.leaf().type(), body.json()).stream()))
                .map(AuditGapDetected.class::cast)
                .toList();
    }
}
