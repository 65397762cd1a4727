// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.integrity.Integrity;
import org.openhotline.audit.integrity.ReadIntegrity;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.log.Parking;
import org.openhotline.audit.outside.Mark;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.WireNames;

/** Puts together what is known of the log's soundness. */
public final class TellSoundness {
    private static final int GAPS = 20;

    private final Log log;
    private final ReadEntries entries;
    private final ReadEvent events;
    private final Parking parking;
    private final VerifyLog verifying;
    private final ReadIntegrity outside;
    private final Supplier<Optional<LogDamaged>> damage;

    public TellSoundness(
            Log log,
            ReadEntries entries,
            ReadEvent events,
            Parking parking,
            VerifyLog verifying,
            ReadIntegrity outside,
            Supplier<Optional<LogDamaged>> damage) {
        this.log = log;
        this.entries = entries;
        this.events = events;
        this.parking = parking;
        this.verifying = verifying;
        this.outside = outside;
        this.damage = damage;
    }

    public Soundness now() {
        try {
            Integrity known = outside.now();
            return new Soundness(
                    log.head().map(Log.Head::checkpoint),
                    known.checkpoint().map(Mark::at),
                    verifying.last(),
                    damage.get(),
                    gaps(),
                    new TreeSet<>(parking.sources()),
                    known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AuditGapDetected> gaps() {
        EntryFilter told = EntryFilter.ALL.ofType(WireNames.of(AuditGapDetected.class));
        return entries.search(told, Long.MAX_VALUE, GAPS).stream()
                .flatMap(entry -> events.of(entry).stream())
                .map(AuditGapDetected.class::cast)
                .toList();
    }
}
