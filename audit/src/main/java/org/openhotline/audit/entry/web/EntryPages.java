// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
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

    private final FindEntries find;

    EntryPages(FindEntries find) {
        this.find = find;
    }

    @GetMapping("/")
    String log(
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> before,
            Model model) {
        EntryParameters asked = new EntryParameters(subject, type, from, until, before);
        model.addAttribute("subject", subject.orElse(""));
        model.addAttribute("type", type.orElse(""));
        model.addAttribute("from", from.orElse(""));
        model.addAttribute("until", until.orElse(""));
        model.addAttribute("types", types());
        model.addAttribute("checkpoint", find.head().note().whole());
        model.addAttribute("size", find.head().size());
        model.addAttribute("verifierKey", find.verifierKey());
        try {
            show(find.page(asked.filter(), asked.beforeIndex(), PAGE), model);
        } catch (InvalidInput e) {
            model.addAttribute("errorField", e.field());
            model.addAttribute("error", e.getMessage() + " Give " + e.allowed() + ".");
        }
        return "audit/log";
    }

    @GetMapping("/entries/{eventId}")
    String entry(@PathVariable UUID eventId, Model model) {
        Entry entry = find.entry(eventId);
        model.addAttribute("entry", EntryView.of(entry, find.subjects(entry)));
        model.addAttribute("proof", find.proof(entry).text());
        model.addAttribute("verifierKey", find.verifierKey());
        return "audit/entry";
    }

    @GetMapping("/entries/{eventId}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID eventId) {
        return download(eventId + ".tlog-proof", find.proof(find.entry(eventId)).text());
    }

    @GetMapping("/entries/{eventId}/leaf")
    ResponseEntity<byte[]> leaf(@PathVariable UUID eventId) {
        return download(
                eventId + ".leaf.json", new String(find.entry(eventId).leaf().bytes(), StandardCharsets.UTF_8));
    }

    @GetMapping("/entries/{eventId}/event")
    ResponseEntity<byte[]> event(@PathVariable UUID eventId) {
        String event = find.entry(eventId)
                .body()
                .map(Entry.Body::json)
                .orElseThrow(() -> new NotFound("The event itself has been erased; its entry stays in the log."));
        return download(eventId + ".event.json", event);
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return download("checkpoint", find.head().note().whole());
    }

    private static void show(FindEntries.Page page, Model model) {
        model.addAttribute(
                "entries",
                page.entries().stream()
                        .map(entry -> EntryView.of(entry, Set.of()))
                        .toList());
        page.next().ifPresent(next -> model.addAttribute("next", next));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        List<String> names = List.copyOf(WireNames.all().values());
        names.forEach(name -> types.put(name, EntryView.words(name)));
        return types;
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
