// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.desk.FindReports;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.message.Correspondence;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a report and leads to what can be done about its reporter. Shows no address, no word and no contact. */
@Controller
@RequestMapping("/report-intake/submissions")
final class ReportPages {
    private final FindReports findReports;
    private final Submissions submissions;
    private final Exchange exchange;
    private final LegalHolds holds;

    ReportPages(
            Submissions submissions,
            Aggregates<ReportedItem> items,
            BlindIndex index,
            Exchange exchange,
            LegalHolds holds) {
        this.findReports = new FindReports(submissions, items, index);
        this.submissions = submissions;
        this.exchange = exchange;
        this.holds = holds;
    }

    /** One report in words. */
    public record Shown(
            UUID id,
            String received,
            String channel,
            String source,
            String language,
            int addresses,
            boolean contact,
            boolean feedback,
            boolean police,
            boolean held,
            int messages,
            long answers) {}

    @GetMapping
    String search(Model model) {
        return found(model, List.of(), "");
    }

    /** What was typed travels in the body, since a reference in an address would be in histories and logs. */
    @PostMapping
    String find(@RequestParam(defaultValue = "") String find, Model model, HttpServletResponse response) {
        List<Submission> found = findReports.by(find);
        if (found.size() == 1) {
            return "redirect:/report-intake/submissions/" + found.getFirst().id();
        }
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return found(
                    model, found, "There is no report of that name. A reference has 12 signs, such as 7K4M-9QRT-2HXC.");
        }
        return found(model, found, "");
    }

    /** Where the analyst's page of an item leads to. */
    @GetMapping("/of/{item}")
    String of(@PathVariable UUID item, Model model) {
        List<Submission> found = findReports.of(item);
        if (found.isEmpty()) {
            throw new NotFound("There is no such item.");
        }
        return found(model, found, "");
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        Submission submission = submissions.find(id).orElseThrow(() -> new NotFound("There is no such report."));
        model.addAttribute("report", shown(submission));
        model.addAttribute("mayWrite", actor.isOneOf(Role.ANALYST, Role.SENIOR_ANALYST));
        model.addAttribute("mayDisclose", actor.isOneOf(Role.LIAISON_OFFICER, Role.SENIOR_ANALYST));
        return "report-intake/desk/report";
    }

    private String found(Model model, List<Submission> found, String error) {
        model.addAttribute("reports", found.stream().map(this::shown).toList());
        model.addAttribute("error", error);
        return "report-intake/desk/reports";
    }

    private Shown shown(Submission submission) {
        Optional<Correspondence> messages = exchange.about(submission.id());
        Consent consent = submission.amendments().consent().orElse(Consent.NONE);
        return new Shown(
                submission.id(),
                Times.minute(submission.receivedAt()),
                channel(submission.channel()),
                submission.circumstances().source().wireName(),
                Locale.forLanguageTag(submission.language()).getDisplayName(Locale.ENGLISH),
                submission.addresses().size(),
                submission.contact().isPresent(),
                consent.feedback(),
                consent.toPolice(),
                holds.isHeld(submission.id()),
                messages.map(c -> c.messages().size()).orElse(0),
                messages.map(Correspondence::answers).orElse(0L));
    }

    private static String channel(String wireName) {
        return switch (Channel.valueOf(wireName.toUpperCase(Locale.ROOT))) {
            case FORM -> "the form";
            case API -> "a program";
            case IMPORT -> "a list";
            case DESK -> "staff, for a caller";
            case MAIL -> "e-mail";
        };
    }
}
