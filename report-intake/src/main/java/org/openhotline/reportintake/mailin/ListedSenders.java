// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhotline.contracts.report.Source;

/** The senders from whom the country takes reports by mail, and what kind of organisation each is. */
public final class ListedSenders {
    private final Map<String, Source> sources = new TreeMap<>();

    /** @param sources by mail address, or by {@code @domain} for everybody there */
    public ListedSenders(Map<String, Source> sources) {
        sources.forEach((sender, source) -> this.sources.put(sender.toLowerCase(Locale.ROOT), source));
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Empty where nobody listed this address. */
    Optional<Source> sourceOf(String address) {
        String sender = address.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(sources.get(sender))
                .or(() -> Optional.ofNullable(sources.get(sender.substring(Math.max(0, sender.lastIndexOf('@'))))));
    }
}
