// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.Document;
import org.openhotline.chassis.outbox.StateDocuments;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;

/** One aggregate's life, and the same life made again from what was told, as a rebuild does it. */
public final class Life<S> {
    /** What others told, to be heard again, or what the aggregate told itself. */
    private sealed interface Step<S> {
        record Heard<S>(Function<Optional<S>, Decision<S>> cause) implements Step<S> {}

        record Told<S>(Event event) implements Step<S> {}
    }

    private final List<Step<S>> steps = new ArrayList<>();
    private Optional<S> state = Optional.empty();

    /** Something that another service told. */
    public Life<S> hears(Function<Optional<S>, Decision<S>> cause) {
        steps.add(new Step.Heard<>(cause));
        take(cause.apply(state));
        return this;
    }

    /** A command; a refusal changes nothing. */
    public Life<S> does(Function<S, Decision<S>> command) {
        try {
            state.map(command).ifPresent(this::take);
        } catch (Conflict | NotAllowed | NotFound | InvalidInput refused) {
            // as in life
        }
        return this;
    }

    /** The command that begins it. */
    public Life<S> begins(Decision<S> first) {
        take(first);
        return this;
    }

    public S state() {
        return state.orElseThrow();
    }

    public S restored(Restoring<S> restoring) {
        Optional<S> again = Optional.empty();
        for (Step<S> step : steps) {
            again = switch (step) {
                case Step.Heard<S>(var cause) -> Optional.of(cause.apply(again).state());
                case Step.Told<S>(var event) -> restoring.after(again, event);
            };
        }
        return again.orElseThrow();
    }

    /** Names of what is different after a rebuild. */
    public Set<String> lost(Restoring<S> restoring) {
        return differences(StateDocuments.write(state()), StateDocuments.write(restored(restoring)));
    }

    /** Names of what differs, such as {@code hold.ended.reason}; a list's elements have one name. */
    public static Set<String> differences(Document one, Document other) {
        TreeMap<String, List<Object>> before = fields(one);
        TreeMap<String, List<Object>> after = fields(other);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private void take(Decision<S> decision) {
        state = Optional.of(decision.state());
        decision.events().forEach(event -> steps.add(new Step.Told<>(event)));
    }

    private static TreeMap<String, List<Object>> fields(Document document) {
        TreeMap<String, List<Object>> fields = new TreeMap<>();
        collect("", document, fields);
        return fields;
    }

    private static void collect(String name, Object value, TreeMap<String, List<Object>> fields) {
        if (value instanceof java.util.Map<?, ?> map) {
            map.forEach((key, inner) -> collect(name.isEmpty() ? key.toString() : name + "." + key, inner, fields));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(name, inner, fields));
        } else {
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
    }
}
