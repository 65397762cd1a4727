// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.country;

import java.util.List;
import java.util.Optional;

/**
 * The public form's own face. Nothing of it is fetched from elsewhere.
 *
 * @param logo name of an SVG or PNG file beside the profile
 * @param emergencyNumbers more of them, shown after the hotline's own one
 * @param helplines people to talk with, in the order to show them
 * @param legalText for the foot of each page, one for each language
 * @param embedOrigins origins such as {@code https://ministry.example} whose pages may show the form in a frame
 * @param onionLocation onion origin of the same form, told to Tor browsers
 */
public record PublicForm(
        Optional<String> logo,
        Optional<Colours> colours,
        Optional<List<EmergencyNumber>> emergencyNumbers,
        Optional<List<Helpline>> helplines,
        Optional<List<LegalText>> legalText,
        Optional<List<String>> embedOrigins,
        Optional<String> onionLocation) {

    /** Our own look, and nobody named. */
    public static final PublicForm PLAIN = new PublicForm(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Both as {@code #rrggbb} and dark. @param brand of buttons and links; @param dark of the head of each page */
    public record Colours(String brand, String dark) {}

    /** @param name whom it reaches */
    public record EmergencyNumber(String name, String number) {}

    /** @param web how to find it on the web, shown as text and never as a link */
    public record Helpline(String name, Optional<String> phone, Optional<String> web, Audience audience) {}

    /** Whom a helpline is for. */
    public enum Audience {
        CHILDREN,
        EVERYONE
    }

    /** @param language BCP 47 tag */
    public record LegalText(String language, String text) {}

    public List<EmergencyNumber> moreEmergencyNumbers() {
        return emergencyNumbers.orElse(List.of());
    }

    public List<Helpline> allHelplines() {
        return helplines.orElse(List.of());
    }

    /** The text in this language, else the first one. */
    public Optional<LegalText> legalTextIn(String language) {
        List<LegalText> all = legalText.orElse(List.of());
        return all.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    public List<String> framedBy() {
        return embedOrigins.orElse(List.of());
    }
}
