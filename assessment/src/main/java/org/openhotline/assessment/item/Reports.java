// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often and when an item was reported.
 *
 * @param rank place in the queue, the earlier the sooner: the time of the first report, moved ahead for each further one
 * @param notes the first {@value #MOST_NOTES}; further reporters are counted only
 */
public record Reports(int count, Instant first, Instant last, Instant rank, List<Note> notes) {
    /** A document has a limit and an analyst has a day; what thousands send about one address adds nothing. */
    static final int MOST_NOTES = 50;

    /** One more report counts like so much more waiting ... */
    static final Duration AHEAD_PER_REPORT = Duration.ofHours(6);

    /** ... up to so many, so that nobody can bury the rest of the queue by sending one address again and again. */
    static final int MOST_COUNTING = 9;

    public Reports {
        notes = List.copyOf(notes);
    }

    static Reports first(Instant at, Optional<Note> note) {
        return new Reports(1, at, at, at, note.stream().toList());
    }

    Reports again(Instant at, Optional<Note> note) {
        Instant latest = at.isAfter(last) ? at : last;
        Instant ahead = count <= MOST_COUNTING ? rank.minus(AHEAD_PER_REPORT) : rank;
        return new Reports(count + 1, first, latest, ahead, with(note));
    }

    /** A later note of one submission takes the place of its earlier one. */
    Reports amended(Note note) {
        List<Note> others = notes.stream()
                .filter(n -> !n.submissionId().equals(note.submissionId()))
                .toList();
        return new Reports(count, first, last, rank, others).and(note);
    }

    private Reports and(Note note) {
        return new Reports(count, first, last, rank, with(Optional.of(note)));
    }

    private List<Note> with(Optional<Note> note) {
        return notes.size() >= MOST_NOTES
                ? notes
                : Stream.concat(notes.stream(), note.stream()).toList();
    }
}
