// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often, when and by whom an item was reported.
 *
 * @param order ordinal of the {@link Urgency}; the first thing by which the queue is sorted
 * @param rank second, the earlier the sooner: the time of the first report, moved ahead for each further one
 * @param selfReport whether a child reports, so that it waits in the queue of its own
 * @param notes the first {@value #FIRST_NOTES} and the last {@value #LAST_NOTES} that say anything
 * @param forgotten what counts of all others
 */
public record Reports(
        int count,
        Instant first,
        Instant last,
        int order,
        Instant rank,
        boolean selfReport,
        List<Note> notes,
        Forgotten forgotten) {
    /** A document has a limit and an analyst has a day; the beginning and the present tell most. */
    static final int FIRST_NOTES = 10;

    static final int LAST_NOTES = 40;

    /** One more report counts like so much more waiting ... */
    static final Duration AHEAD_PER_REPORT = Duration.ofHours(6);
    /** ... up to so many, so that nobody can bury the rest of the queue by sending one address again and again. */
    static final int MOST_COUNTING = 9;

    /** How urgent the reports were whose words are not kept. */
    public record Forgotten(int order, boolean selfReport) {
        static final Forgotten NOTHING = new Forgotten(Urgency.SWEEP.ordinal(), false);

        Forgotten and(Note note) {
            return new Forgotten(
                    Math.min(order, Urgency.of(note.circumstances()).ordinal()),
                    selfReport || note.circumstances().selfReport());
        }
    }

    public Reports {
        notes = List.copyOf(notes);
    }

    static Reports first(Instant at, Note note) {
        return of(1, at, at, at, List.of(), Forgotten.NOTHING).heard(note);
    }

    Reports again(Instant at, Note note) {
        Instant latest = at.isAfter(last) ? at : last;
        Instant ahead = count <= MOST_COUNTING ? rank.minus(AHEAD_PER_REPORT) : rank;
        return of(count + 1, first, latest, ahead, notes, forgotten).heard(note);
    }

    /** A later word of one submission is put together with its earlier one, in its place. */
    Reports amended(Note later) {
        Optional<Note> earlier = notes.stream()
                .filter(n -> n.submissionId().equals(later.submissionId()))
                .findFirst();
        return earlier.map(note -> replaced(note, note.amendedBy(later))).orElseGet(() -> heard(later));
    }

    public Urgency urgency() {
        return Urgency.values()[order];
    }

    private Reports heard(Note note) {
        if (note.isSilent()) {
            return of(count, first, last, rank, notes, forgotten.and(note));
        }
        List<Note> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        if (all.size() <= FIRST_NOTES + LAST_NOTES) {
            return of(count, first, last, rank, all, forgotten);
        }
        List<Note> kept = new ArrayList<>(all);
        return of(count, first, last, rank, kept, forgotten.and(kept.remove(FIRST_NOTES)));
    }

    private Reports replaced(Note earlier, Note later) {
        List<Note> all =
                notes.stream().map(note -> note.equals(earlier) ? later : note).toList();
        return of(count, first, last, rank, all, forgotten);
    }

    private static Reports of(
            int count, Instant first, Instant last, Instant rank, List<Note> notes, Forgotten forgotten) {
        Forgotten all = notes.stream().reduce(forgotten, Forgotten::and, (_, whole) -> whole);
        return new Reports(count, first, last, all.order(), rank, all.selfReport(), notes, forgotten);
    }
}
