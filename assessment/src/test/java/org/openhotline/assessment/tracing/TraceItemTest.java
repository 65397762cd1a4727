// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.Desk;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.Tracing;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTraced;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.locating.trace.TracedHost;

class TraceItemTest {
    private static final HostDetails DETAILS = new HostDetails(
            "shop.example",
            List.of("192.0.2.7"),
            Optional.of("Example Net"),
            Optional.of("abuse@net.example"),
            List.of("rdap: EXAMPLE-NET"));
    private static final TracedHost FOUND =
            new TracedHost(TraceOutcome.TRACED, Optional.of("XX"), Optional.of(64496L), Optional.of(DETAILS));
    private static final TracedHost FAILED =
            new TracedHost(TraceOutcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty());

    private final Desk desk = Desk.where_one_decision_is_enough();
    private final List<String> lookedUp = new ArrayList<>();
    private TracedHost answer = FOUND;
    private Runnable meanwhile = () -> {};
    private final TraceItem tracing = new TraceItem(
            desk.items,
            (kind, address) -> {
                lookedUp.add(address);
                meanwhile.run();
                return answer;
            },
            (field, text) -> new Sealed(field.associatedData() + "|" + text),
            (field, text) -> "opened " + field.associatedData(),
            new PlainText(),
            desk.clock());

    @Test
    void a_reported_item_is_traced_and_then_waits_for_an_analyst() {
        UUID item = desk.reported();

        traceNext();

        assertThat(lookedUp)
                .containsExactly("opened " + SealedField.address(item).associatedData());
        assertThat(desk.items.get(item).state()).isEqualTo(ItemState.QUEUED);
        assertThat(tracing.begin()).isEmpty();
        assertThat(desk.items.events(ItemTraced.class)).singleElement().satisfies(e -> {
            assertThat(e.trace().outcome()).isEqualTo(TraceOutcome.TRACED);
            assertThat(e.trace().country()).contains("XX");
            assertThat(e.trace().asn()).contains(64496L);
            assertThat(e.trace().contactKnown()).isTrue();
        });
    }

    @Test
    void what_was_found_is_sealed_for_exactly_this_item() {
        UUID item = desk.reported();

        Trace trace = traceNext().tracing().result().orElseThrow();

        assertThat(trace.details().orElseThrow().text())
                .isEqualTo(SealedField.trace(item).associatedData() + "|shop.example");
    }

    @Test
    void while_one_worker_looks_another_finds_nothing_due() {
        UUID item = desk.reported();
        meanwhile = () -> {
            assertThat(tracing.begin()).isEmpty();
            AssessedItem begun = desk.items.get(item);
            assertThatThrownBy(() -> begun.beginTrace(Desk.MORNING, Desk.MORNING))
                    .isInstanceOf(Conflict.class);
        };

        traceNext();

        assertThat(lookedUp).hasSize(1);
    }

    @Test
    void what_a_dead_worker_began_is_due_again_when_its_lease_ends() {
        UUID item = desk.reported();
        meanwhile = () -> {
            throw new ThreadDeath();
        };
        assertThatThrownBy(this::traceNext).isInstanceOf(ThreadDeath.class);
        meanwhile = () -> {};

        assertThat(tracing.begin()).isEmpty();
        desk.later(Duration.ofMinutes(3));

        assertThat(traceNext().id()).isEqualTo(item);
        assertThat(desk.items.get(item).state()).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void a_failed_trace_is_told_the_item_waits_anyway_and_it_is_tried_again_a_limited_number_of_times() {
        UUID item = desk.reported();
        answer = FAILED;

        List<Duration> pauses = new ArrayList<>();
        traceNext();
        assertThat(desk.items.get(item).state()).isEqualTo(ItemState.QUEUED);
        while (dueIn(item).isPresent()) {
            pauses.add(dueIn(item).orElseThrow());
            desk.later(dueIn(item).orElseThrow());
            traceNext();
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofMinutes(32));
        assertThat(desk.items.events(ItemTraced.class)).hasSize(5);
        assertThat(desk.items.withFailedTrace(10)).hasSize(1);
    }

    @Test
    void a_person_can_ask_for_another_trace_which_may_then_succeed() {
        UUID item = desk.reported();
        answer = FAILED;
        traceNext();
        answer = FOUND;

        tracing.askAgain(item);
        traceNext();

        assertThat(desk.items.get(item).tracing().result().map(Trace::outcome)).contains(TraceOutcome.TRACED);
        assertThat(tracing.begin()).isEmpty();
    }

    @Test
    void a_later_failure_does_not_take_away_what_is_known() {
        UUID item = desk.reported();
        traceNext();
        answer = FAILED;

        tracing.askAgain(item);
        traceNext();

        assertThat(desk.items.get(item).tracing().result().map(Trace::outcome)).contains(TraceOutcome.TRACED);
    }

    @Test
    void a_look_up_that_breaks_is_a_failed_trace() {
        UUID item = desk.reported();
        meanwhile = () -> {
            throw new IllegalStateException("broken");
        };

        traceNext();

        assertThat(desk.items.get(item).state()).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.get(item).tracing().result().map(Trace::outcome)).contains(TraceOutcome.FAILED);
    }

    @Test
    void a_trace_that_comes_back_after_the_decision_changes_nothing() {
        UUID item = desk.waiting();
        desk.items.changeExisting(item, present -> Decision.of(present.traceAgain(Desk.MORNING)));
        meanwhile = () -> {
            desk.claims.claim(item, Desk.ANA);
            desk.decides(Desk.ANA, item, Desk.ILLEGAL);
        };
        int traced = desk.items.events(ItemTraced.class).size();

        traceNext();

        assertThat(desk.items.get(item).state()).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
        assertThat(desk.items.events(ItemTraced.class)).hasSize(traced);
        assertThatThrownBy(() -> tracing.askAgain(item)).isInstanceOf(Conflict.class);
    }

    private AssessedItem traceNext() {
        return tracing.finish(tracing.begin().orElseThrow());
    }

    private Optional<Duration> dueIn(UUID item) {
        Tracing work = desk.items.get(item).tracing();
        return work.due().map(at -> Duration.between(desk.clock().instant(), at));
    }

    private static final class PlainText implements HostDetailsText {
        @Override
        public String write(HostDetails details) {
            return details.host();
        }

        @Override
        public HostDetails read(String text) {
            return new HostDetails(text, List.of(), Optional.empty(), Optional.empty(), List.of());
        }
    }
}
