// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.log.Log;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.event.WireNames;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class EntryPages {
    private static final int PAGE = 50;
    private static final Set<String> LOOKS = Set.of(
            WireNames.of(AddressRevealed.class),
            WireNames.of(ContactRevealed.class),
            WireNames.of(MessagesRevealed.class),
            WireNames.of(WordsRevealed.class));
    private static final Set<String> EXPORTS = Set.of(WireNames.of(DataExported.class));

    private final FindEntries find;

    EntryPages(FindEntries find) {
        this.find = find;
    }

    @GetMapping("/")
    String log(EntryParameters asked, Model model) {
        model.addAttribute("types", EventWords.types());
        Log.Head head = find.head();
        model.addAttribute("checkpoint", head.note().whole());
        model.addAttribute("size", head.size());
        model.addAttribute("verifierKey", find.verifierKey());
        list(asked, () -> find.page(asked, PAGE), model);
        return "audit/log";
    }

    /** Who looked at what. */
    @GetMapping("/looks")
    String looks(EntryParameters asked, Model model) {
        list(asked, () -> find.page(asked, LOOKS, PAGE), model);
        return "audit/looks";
    }

    /** What was taken out. */
    @GetMapping("/exports")
    String exports(EntryParameters asked, Model model) {
        list(asked, () -> find.page(asked, EXPORTS, PAGE), model);
        return "audit/exports";
    }

    /** The story of one thing, told forwards. */
    @GetMapping("/about/{id}")
    String about(@PathVariable UUID id, @RequestParam Optional<String> before, Model model) {
        EntryParameters asked = EntryParameters.about(id, before);
        model.addAttribute("id", id.toString());
        FindEntries.Page page = find.page(asked, PAGE);
        show(page, page.entries().reversed(), model);
        return "audit/about";
    }

    @GetMapping("/entries/{eventId}")
    String entry(@PathVariable UUID eventId, Model model) {
        model.addAttribute("entry", EntryView.of(find.entry(eventId)));
        model.addAttribute("proof", find.proof(eventId).text());
        model.addAttribute("verifierKey", find.verifierKey());
        return "audit/entry";
    }

    @GetMapping("/entries/{eventId}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID eventId) {
        return download(eventId + ".tlog-proof", find.proof(eventId).text());
    }

    @GetMapping("/entries/{eventId}/leaf")
    ResponseEntity<byte[]> leaf(@PathVariable UUID eventId) {
        byte[] leaf = find.entry(eventId).entry().leaf().bytes();
        return download(eventId + ".leaf.json", new String(leaf, StandardCharsets.UTF_8));
    }

    @GetMapping("/entries/{eventId}/event")
    ResponseEntity<byte[]> event(@PathVariable UUID eventId) {
        String event = find.entry(eventId)
                .entry()
                .body()
                .map(Entry.Body::json)
                .orElseThrow(() -> new NotFound("The event itself has been erased; its entry stays in the log."));
        return download(eventId + ".event.json", event);
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return download("checkpoint", find.head().note().whole());
    }

    private static void list(EntryParameters asked, Supplier<FindEntries.Page> search, Model model) {
        model.addAttribute("asked", asked.texts());
        try {
            FindEntries.Page page = search.get();
            show(page, page.entries(), model);
        } catch (InvalidInput e) {
            model.addAttribute("errorField", e.field());
            model.addAttribute("error", e.getMessage() + " Give " + e.allowed() + ".");
        }
    }

    private static void show(FindEntries.Page page, List<FindEntries.Found> inOrder, Model model) {
        model.addAttribute("entries", inOrder.stream().map(EntryView::of).toList());
        page.next().ifPresent(next -> model.addAttribute("next", next));
    }

    private static ResponseEntity<byte[]> download(String name, String content) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
