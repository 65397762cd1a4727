// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhotline.chassis.web.Resume;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PublicForm.Audience;
import org.openhotline.contracts.country.PublicForm.Helpline;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.submission.FormToken;
import org.openhotline.reportintake.submission.FormTokens;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages after the first. What they need to go on travels in the page itself. */
@Component
final class JourneyPages {
    private final FormTokens tokens;
    private final CountryProfile country;
    private final InstantSource clock;

    JourneyPages(FormTokens tokens, CountryProfile country, InstantSource clock) {
        this.tokens = tokens;
        this.country = country;
        this.clock = clock;
    }

    /** A number to call. @param dial the same as a telephone link wants it */
    public record Call(String name, String number, String dial) {
        static Call of(String name, String number) {
            return new Call(name, number, number.replaceAll("[^+0-9]", ""));
        }
    }

    /** Somebody to talk with. */
    public record Help(String name, Optional<Call> call, String web, boolean forChildren) {
        static Help of(Helpline helpline) {
            return new Help(
                    helpline.name(),
                    helpline.phone().map(number -> Call.of(helpline.name(), number)),
                    helpline.web().orElse(""),
                    helpline.audience() == Audience.CHILDREN);
        }
    }

    String show(
            Step step,
            FormToken token,
            Receipt receipt,
            Answers typed,
            List<FormError> errors,
            Model model,
            Locale language) {
        Map<String, String> carried = new LinkedHashMap<>();
        carried.put("token", tokens.seal(token, receipt.reference()));
        carried.put("reference", receipt.reference().text());
        carried.put("secret", receipt.secret().text());
        Map<String, String> again = new LinkedHashMap<>(carried);
        again.put(JourneyController.SHOW, "1");
        model.addAttribute("carried", carried);
        model.addAttribute("resume", new Resume(step.path(), again));
        model.addAttribute("action", step.path());
        model.addAttribute("receipt", receipt);
        model.addAttribute("gentle", token.gentle());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("country", country.name());
        switch (step) {
            case URGENT -> model.addAttribute("calls", calls());
            case SUPPORT, DONE -> model.addAttribute("helplines", helplines(token.gentle()));
            case KIND -> model.addAttribute("themes", Theme.values());
            case CONTACT -> model.addAttribute("contactUntil", contactUntil(language));
            case RECEIVED, WHERE, DANGER, SELF, NOTE -> {}
        }
        return step.template();
    }

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        country.hotline().emergencyNumber().ifPresent(number -> calls.add(Call.of("", number)));
        country.form().moreEmergencyNumbers().forEach(more -> calls.add(Call.of(more.name(), more.number())));
        return List.copyOf(calls);
    }

    /** For a child, the children's helplines first. */
    private List<Help> helplines(boolean gentle) {
        List<Help> all = country.form().allHelplines().stream().map(Help::of).toList();
        if (!gentle) {
            return all.stream().filter(help -> !help.forChildren()).toList();
        }
        return Stream.concat(
                        all.stream().filter(Help::forChildren), all.stream().filter(help -> !help.forChildren()))
                .toList();
    }

    private String contactUntil(Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(clock.instant().plus(country.retention().contact()).atZone(ZoneOffset.UTC));
    }
}
