// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.locating.url.Locators;
import org.openhotline.reportintake.item.RestoreReportedItem;

/** Whose an address is, made again from the report of its item. The software opens it here, not a person. */
public final class RestoreKnownAddresses implements RestoreReportedItem.Known {
    /** Where it is noted. */
    @FunctionalInterface
    public interface Book {
        /** The address with this identity is that of {@code item}, unless it is known as another's. */
        void note(String identity, UUID item);
    }

    private final Book book;
    private final Opening opening;

    public RestoreKnownAddresses(Book book, Opening opening) {
        this.book = book;
        this.opening = opening;
    }

    @Override
    public void as(ItemReported item) {
        String exact = opening.open(SealedField.address(item.itemId()), item.address());
        String identity = Locators.identify(Optional.of(item.kind()), exact).canonical();
        book.note(identity, item.itemId());
    }
}
