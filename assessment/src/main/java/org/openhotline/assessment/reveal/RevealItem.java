// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.reveal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.Note;
import org.openhotline.assessment.reveal.Revealed.Word;
import org.openhotline.assessment.tracing.HostDetailsText;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Actor;

/** Shows the holder of an item its address, its host and what reporters wrote; one stored act for all three. */
public final class RevealItem {
    private static final String PURPOSE = "assessment";

    private final AssessedItems items;
    private final LoggedReveal addresses;
    private final Opening opening;
    private final HostDetailsText text;
    private final InstantSource clock;

    public RevealItem(
            AssessedItems items, LoggedReveal addresses, Opening opening, HostDetailsText text, InstantSource clock) {
        this.items = items;
        this.addresses = addresses;
        this.opening = opening;
        this.text = text;
        this.clock = clock;
    }

    /** @throws Conflict for who does not hold the item, or not any more; then nothing is stored either */
    public Revealed reveal(UUID itemId, Actor actor) {
        AssessedItem item = items.get(itemId);
        item.mustBeHeldBy(actor, clock.instant());
        String address = addresses.reveal(itemId, item.address(), actor, PURPOSE);
        return new Revealed(address, host(item), words(item));
    }

    private Optional<HostDetails> host(AssessedItem item) {
        return item.tracing()
                .result()
                .flatMap(Trace::details)
                .map(details -> opening.open(SealedField.trace(item.id()), details))
                .map(text::read);
    }

    private List<Word> words(AssessedItem item) {
        return item.reports().notes().stream()
                .map(note -> word(item.id(), note))
                .filter(word -> word.note().isPresent() || word.referrer().isPresent())
                .toList();
    }

    private Word word(UUID item, Note note) {
        return new Word(
                note.text().map(text -> opening.open(SealedField.note(item, note.submissionId()), text)),
                note.referrer().map(text -> opening.open(SealedField.referrer(item, note.submissionId()), text)));
    }
}
