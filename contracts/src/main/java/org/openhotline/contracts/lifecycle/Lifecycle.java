// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

/**
 * The life cycle of one kind of thing as one table. No state changes anywhere else.
 *
 * @param <S> its states
 * @param <T> what can happen to it
 */
public final class Lifecycle<S extends Enum<S>, T extends Enum<T>> {

    /**
     * One allowed change.
     *
     * @param who the roles that may cause it, any of them
     * @param needs what else must hold, in words for the diagram; the aggregate checks it
     */
    public record Row<S extends Enum<S>, T extends Enum<T>>(S from, T trigger, S to, Set<Role> who, String needs) {
        public Row {
            who = Set.copyOf(who);
        }
    }

    private final String name;
    private final S initial;
    private final List<Row<S, T>> rows;

    private Lifecycle(String name, S initial, List<Row<S, T>> rows) {
        this.name = name;
        this.initial = initial;
        this.rows = rows;
    }

    /** @throws IllegalArgumentException where two rows answer the same question */
    @SafeVarargs
    public static <S extends Enum<S>, T extends Enum<T>> Lifecycle<S, T> of(String name, S initial, Row<S, T>... rows) {
        Set<String> seen = Arrays.stream(rows).map(Lifecycle::question).collect(Collectors.toSet());
        if (seen.size() != rows.length) {
            throw new IllegalArgumentException("two rows of " + name + " start from one state with one trigger");
        }
        return new Lifecycle<>(name, initial, List.of(rows));
    }

    /** A row that needs nothing further. */
    public static <S extends Enum<S>, T extends Enum<T>> Row<S, T> row(S from, T trigger, S to, Role... who) {
        return rowIf("", from, trigger, to, who);
    }

    public static <S extends Enum<S>, T extends Enum<T>> Row<S, T> rowIf(
            String needs, S from, T trigger, S to, Role... who) {
        return new Row<>(from, trigger, to, Set.of(who), needs);
    }

    /**
     * The state after {@code trigger}.
     *
     * @throws Conflict where the table has no such row
     * @throws NotAllowed where the row is not for this actor
     */
    public S next(S from, T trigger, Actor actor) {
        Row<S, T> row = rows.stream()
                .filter(r -> r.from() == from && r.trigger() == trigger)
                .findFirst()
                .orElseThrow(() -> new Conflict(
                        "A " + name + " that is " + words(from) + " cannot take the step “" + words(trigger) + "”."));
        if (row.who().stream().noneMatch(actor.roles()::contains)) {
            throw new NotAllowed("The step “" + words(trigger) + "” of a " + name + " is not for this role.");
        }
        return row.to();
    }

    /** Whether the table has such a row, whoever asks. */
    public boolean allows(S from, T trigger) {
        return rows.stream().anyMatch(r -> r.from() == from && r.trigger() == trigger);
    }

    public String name() {
        return name;
    }

    public S initial() {
        return initial;
    }

    public List<Row<S, T>> rows() {
        return rows;
    }

    /** The table as a Mermaid state diagram followed by the rows as a Markdown table. */
    public String toMarkdown() {
        String edges = rows.stream()
                .map(r -> "    %s --> %s: %s".formatted(r.from(), r.to(), words(r.trigger())))
                .collect(Collectors.joining("\n"));
        String lines = rows.stream()
                .map(r -> "| %s | %s | %s | %s | %s |"
                        .formatted(words(r.from()), words(r.trigger()), words(r.to()), roles(r.who()), r.needs()))
                .collect(Collectors.joining("\n"));
        return """
                # Life cycle: %s

                Generated from the transition table in the code; a test fails when the two differ.

                ```mermaid
                stateDiagram-v2
                    [*] --> %s
                %s
                ```

                | from | step | to | who may | needs |
                |---|---|---|---|---|
                %s
                """.formatted(name, initial, edges, lines);
    }

    private static String question(Row<?, ?> row) {
        return row.from() + "/" + row.trigger();
    }

    private static String roles(Set<Role> who) {
        Set<Role> sorted = EnumSet.copyOf(who);
        return sorted.stream().map(Role::wireName).collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
