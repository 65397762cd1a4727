// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.Import;
import org.openhotline.reportintake.batch.ImportOrder;
import org.openhotline.reportintake.batch.ImportOutcome;
import org.openhotline.reportintake.batch.Imports;
import org.openhotline.reportintake.batch.Results;
import org.openhotline.reportintake.batch.RowResult;
import org.openhotline.reportintake.batch.RunImport;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists as staff see them; a short one can be pasted. There is no file to choose: nothing here takes files. */
@Controller
final class ImportPages {
    private static final String PATH = "/report-intake/imports";
    private static final String LIST = "report-intake/desk/imports";
    private static final int SHOWN = 50;
    private final RunImport runImport;
    private final Imports imports;
    private final Results results;
    private final ResultLines resultLines;
    private final AccessLog accessLog;
    private final ExportLog exports;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ImportPages(
            RunImport runImport,
            Imports imports,
            Results results,
            ResultLines resultLines,
            AccessLog accessLog,
            ExportLog exports,
            InstantSource clock) {
        this.runImport = runImport;
        this.imports = imports;
        this.results = results;
        this.resultLines = resultLines;
        this.accessLog = accessLog;
        this.exports = exports;
        this.clock = clock;
    }

    /** One import in words. */
    public record Shown(
            UUID id,
            String started,
            String changed,
            String source,
            String format,
            String status,
            String tone,
            long rows,
            long accepted,
            long refused) {}

    /** One row that was not taken. */
    public record Refused(long line, String field, String reason) {}

    @GetMapping(PATH)
    String list(Model model) {
        return list(model, "", Format.CSV.wireName(), IdempotencyKey.random(random), "");
    }

    @PostMapping(PATH)
    String paste(
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        IdempotencyKey usable = IdempotencyKey.read(key).orElseGet(() -> IdempotencyKey.random(random));
        Optional<Format> known = Format.named(format);
        if (rows.isBlank() || known.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(model, rows, format, usable, "Paste at least one row and say how it is written.");
        }
        ImportOrder order = new ImportOrder(
                actor.id(),
                Source.STAFF,
                EnumSet.allOf(Source.class),
                known.get(),
                IdempotencyKey.following("desk", actor.id(), usable.text()));
        ByteArrayInputStream pasted = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        return switch (runImport.run(order, pasted)) {
            case ImportOutcome.Done(Import done) -> "redirect:" + PATH + "/" + done.id();
            case ImportOutcome.Busy(), ImportOutcome.KeyUsed() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield list(
                        model,
                        rows,
                        format,
                        IdempotencyKey.random(random),
                        "This form was sent already. If these are other rows, send them again.");
            }
        };
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        Import list = known(id);
        model.addAttribute("list", shown(list));
        model.addAttribute("refused", refused(list, actor));
        return "report-intake/desk/import";
    }

    @GetMapping(PATH + "/{id}/results.csv")
    void results(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        Import known = known(id);
        UUID list = known.id();
        exports.leaving("import-results", list, known.rows(), actor.id());
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"results-" + list + ".csv\"");
        resultLines.writeCsv(list, response.getOutputStream());
    }

    private Import known(UUID id) {
        return imports.find(id).orElseThrow(() -> new NotFound("There is no such import."));
    }

    private String list(Model model, String rows, String format, IdempotencyKey key, String error) {
        model.addAttribute(
                "imports", imports.latest(SHOWN).stream().map(this::shown).toList());
        model.addAttribute("rows", rows);
        model.addAttribute("format", format);
        model.addAttribute("key", key.text());
        model.addAttribute("error", error);
        return LIST;
    }

    /** The first rows that were not taken, as far as the first batches have any; that they are read is stored first. */
    private List<Refused> refused(Import list, Actor actor) {
        if (list.refused() == 0) {
            return List.of();
        }
        accessLog.words(list.id(), "import-refusals", actor);
        long batches = (list.rows() + RunImport.BATCH - 1) / RunImport.BATCH;
        return LongStream.range(0, Math.min(batches, SHOWN))
                .boxed()
                .flatMap(batch -> results.of(list.id(), batch).stream())
                .filter(row -> !row.isAccepted())
                .limit(SHOWN)
                .map(this::refused)
                .toList();
    }

    private Refused refused(RowResult row) {
        return new Refused(row.line(), row.field().orElse(""), resultLines.words(row));
    }

    private Shown shown(Import list) {
        Instant now = clock.instant();
        String status = ImportDocument.status(list, now);
        return new Shown(
                list.id(),
                Times.minute(list.startedAt()),
                Times.minute(list.changedAt()),
                list.source().wireName(),
                list.format().wireName(),
                status,
                switch (status) {
                    case "finished" -> "good";
                    case "running" -> "active";
                    default -> "waiting";
                },
                list.rows(),
                list.accepted(),
                list.refused());
    }
}
