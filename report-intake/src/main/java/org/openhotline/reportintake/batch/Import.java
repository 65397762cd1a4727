// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ImportEvent;
import org.openhotline.contracts.event.ImportEvent.ImportFinished;
import org.openhotline.contracts.event.ImportEvent.ImportStarted;
import org.openhotline.contracts.report.Source;

/**
 * One list on its way in. Its rows are submissions of their own and are not kept here.
 *
 * @param rows that have been dealt with
 * @param fingerprint blind index of the whole list once it was read to its end, by which a repeated call is told from another
 * @param busyUntil a call reads the list now and has said so until then
 */
public record Import(
        UUID id,
        String account,
        Source source,
        Format format,
        long rows,
        long accepted,
        Optional<String> fingerprint,
        Instant startedAt,
        Instant changedAt,
        Optional<Instant> busyUntil) {

    /** A reader that was killed is believed dead after so long; each batch renews it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Without the fingerprint, so that the same list sent again is refused as another one; nobody reads it now. */
    public static Optional<Import> restored(Optional<Import> present, Event event) {
        return switch ((ImportEvent) event) {
            case ImportStarted e ->
                Optional.of(new Import(
                        e.importId(),
                        e.account(),
                        e.source(),
                        Format.named(e.format()).orElseThrow(),
                        0,
                        0,
                        Optional.empty(),
                        e.at(),
                        e.at(),
                        Optional.empty()));
            case ImportFinished e ->
                present.map(i -> new Import(
                        i.id,
                        i.account,
                        i.source,
                        i.format,
                        e.rows(),
                        e.accepted(),
                        Optional.of(i.fingerprint.orElse("")),
                        i.startedAt,
                        e.at(),
                        Optional.empty()));
        };
    }

    public boolean isFinished() {
        return fingerprint.isPresent();
    }

    public boolean isBusy(Instant now) {
        return busyUntil.filter(now::isBefore).isPresent();
    }

    /** Whether the call that renewed its lease until {@code lease} still has the list. */
    boolean isReadUnder(Instant lease) {
        return busyUntil.equals(Optional.of(lease));
    }

    public long refused() {
        return rows - accepted;
    }

    static Decision<Import> started(UUID id, ImportOrder order, Instant now) {
        return Decision.of(
                new Import(
                        id,
                        order.account(),
                        order.source(),
                        order.format(),
                        0,
                        0,
                        Optional.empty(),
                        now,
                        now,
                        Optional.of(now.plus(LEASE))),
                new ImportStarted(
                        id, order.account(), order.source(), order.format().wireName(), now));
    }

    /** From the beginning once more, after an interruption; rows that are stored stay stored. */
    Import resumed(Instant now) {
        return new Import(
                id, account, source, format, 0, 0, Optional.empty(), startedAt, now, Optional.of(now.plus(LEASE)));
    }

    Import after(List<RowResult> taken, Instant now) {
        long more = taken.stream().filter(RowResult::isAccepted).count();
        return new Import(
                id,
                account,
                source,
                format,
                rows + taken.size(),
                accepted + more,
                Optional.empty(),
                startedAt,
                now,
                Optional.of(now.plus(LEASE)));
    }

    /** Nobody reads it now; it can be sent again. */
    Import interrupted(Instant now) {
        return new Import(id, account, source, format, rows, accepted, fingerprint, startedAt, now, Optional.empty());
    }

    Decision<Import> finished(String fingerprint, Instant now) {
        return Decision.of(
                new Import(
                        id,
                        account,
                        source,
                        format,
                        rows,
                        accepted,
                        Optional.of(fingerprint),
                        startedAt,
                        now,
                        Optional.empty()),
                new ImportFinished(id, rows, accepted, refused(), now));
    }
}
