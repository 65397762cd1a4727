// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.contracts.event.AccessEvent;
import org.openhotline.contracts.event.AccessEvent.AccessDenied;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.WireNames;

/** What happened, in words that need no knowledge of the software. */
final class EventWords {
    private static final Map<String, String> WORDS = read();

    private EventWords() {}

    /** @param type wire name; one that this version does not know is spelled out */
    static String of(String type) {
        return WORDS.getOrDefault(type, type);
    }

    /** All types that there are, by their words. */
    static SortedMap<String, String> types() {
        return WireNames.all().values().stream()
                .collect(Collectors.toMap(EventWords::of, type -> type, (one, other) -> one, TreeMap::new));
    }

    /** Of looking, taking out and not being let in: where, what and what for, as far as codes tell. */
    static String detail(Event event) {
        return event instanceof AccessEvent access ? words(access) : "";
    }

    private static String words(AccessEvent access) {
        return switch (access) {
            case AddressRevealed e -> join(e.service(), e.purpose());
            case ContactRevealed e -> join(e.service());
            case MessagesRevealed e -> join(e.service());
            case WordsRevealed e -> join(e.service(), e.what());
            case DataExported e ->
                join(e.service(), e.what(), "count " + e.count(), e.purpose().orElse(""));
            case AccessDenied e -> join(e.service(), e.method() + " " + e.route(), e.reason(), "count " + e.count());
        };
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static Map<String, String> read() {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Optional.ofNullable(EventWords.class.getResourceAsStream("/audit/words.properties"))
                        .orElseThrow(),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, words::getProperty));
    }
}
