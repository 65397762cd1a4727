// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.entry.EventFixture.AT;
import static org.openhotline.audit.entry.EventFixture.arrival;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Entry;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.CorrespondenceEvent.MessagesErased;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAnswered;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAsked;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldLifted;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Sealed;

class FollowPurgesTest {
    private static final Instant LATER = AT.plus(Duration.ofDays(400));

    @TempDir
    Path folder;

    private final UUID submission = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID item = UUID.randomUUID();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(folder, KEY, new TestLog.Outside());
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void with_a_contact_goes_what_was_told_about_its_reporter_and_the_whole_log_verifies() throws Exception {
        Arrival told = send(submission, received(submission));
        Arrival toldByOther = send(other, received(other));
        Arrival reported = send(item, reported(item, submission, AT));
        Arrival erased = send(submission, new ReporterContactErased(submission, LATER));

        assertThat(isErased(told)).isTrue();
        assertThat(List.of(toldByOther, reported, erased)).noneMatch(this::isErased);
        assertThat(verify(folder)).startsWith("OK: 4 entries of ");
    }

    @Test
    void with_messages_goes_that_the_reporter_answered_but_not_who_of_the_staff_asked_and_read() throws Exception {
        UUID correspondence = UUID.randomUUID();
        UUID access = UUID.randomUUID();
        Arrival asked =
                send(correspondence, new ReporterAsked(submission, List.of(item), UUID.randomUUID(), "person-1", AT));
        Arrival answered = send(correspondence, new ReporterAnswered(submission, List.of(item), UUID.randomUUID(), AT));
        Arrival read = send(access, new MessagesRevealed(access, submission, "person-1", "report-intake", AT));
        send(correspondence, new MessagesErased(submission, LATER));

        assertThat(isErased(answered)).isTrue();
        assertThat(isErased(asked)).isFalse();
        assertThat(isErased(read)).isFalse();
    }

    @Test
    void with_notes_goes_what_was_told_about_items_before_the_cutoff_unless_it_is_held() throws Exception {
        Arrival due = send(item, reported(item, submission, AT));
        UUID heldItem = UUID.randomUUID();
        Arrival held = send(heldItem, reported(heldItem, other, AT));
        UUID newItem = UUID.randomUUID();
        Arrival notDue = send(newItem, reported(newItem, submission, LATER));
        send(other, new LegalHoldPlaced(other, "person-1", new Sealed("x"), AT));
        send(UUID.randomUUID(), purge("contacts"));
        assertThat(isErased(due)).isFalse();

        send(UUID.randomUUID(), purge("notes"));
        assertThat(isErased(due)).isTrue();
        assertThat(isErased(held)).isFalse();
        assertThat(isErased(notDue)).isFalse();

        send(other, new LegalHoldLifted(other, "person-1", new Sealed("x"), AT));
        send(UUID.randomUUID(), purge("notes"));
        assertThat(isErased(held)).isTrue();
        assertThat(verify(folder)).contains("none missing, none twice");
    }

    @Test
    void an_erasure_that_was_cut_short_is_done_when_its_event_comes_again() throws Exception {
        Arrival told = arrival("report-intake", submission, 1, received(submission));
        Arrival erased = arrival("report-intake", submission, 2, new ReporterContactErased(submission, LATER));
        log.take(told);
        // What a crash between the index and the erasure leaves behind: the event in the log, the body not erased.
        log.keep.close();
        try (AppendEvents append = log.open.toAppend(Fence.NONE, Optional.empty())) {
            append.append(List.of(erased));
        }
        assertThat(isErased(told)).isFalse();

        assertThat(log.take(erased).repeated()).isEqualTo(1);
        assertThat(isErased(told)).isTrue();
    }

    private Arrival send(UUID aggregate, Event event) throws Exception {
        String kind = event.getClass().getEnclosingClass().getSimpleName();
        UUID source = UUID.nameUUIDFromBytes((kind + aggregate).getBytes(StandardCharsets.UTF_8));
        Arrival sent = arrival("report-intake", aggregate, sequences.merge(source, 1L, Long::sum), event);
        log.take(sent);
        return sent;
    }

    private boolean isErased(Arrival event) {
        return log.entries().find(event.eventId()).map(Entry::isErased).orElseThrow();
    }

    private SubmissionReceived received(UUID id) {
        return new SubmissionReceived(id, List.of(item), "form", "en", true, Optional.empty(), AT);
    }

    private static ItemReported reported(UUID id, UUID submission, Instant at) {
        return new ItemReported(
                id,
                submission,
                LocatorKind.WEB,
                new Sealed("address"),
                Optional.of(new Sealed("note")),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    private static PurgeCompleted purge(String rule) {
        return new PurgeCompleted(UUID.randomUUID(), rule, AT.plusSeconds(1), 1, 0, LATER);
    }
}
