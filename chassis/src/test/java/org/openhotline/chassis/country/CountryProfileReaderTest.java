// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.country.PublicForm;
import org.openhotline.contracts.report.Source;

class CountryProfileReaderTest {
    private static final String DEMO = resource("/country/demo.yaml");

    @TempDir
    Path folder;

    @Test
    void a_valid_profile_is_read_whole() {
        CountryProfile profile = read(DEMO);

        assertThat(profile.country()).isEqualTo("XX");
        assertThat(profile.languages()).containsExactly("en", "fr", "ar");
        assertThat(profile.hotline().emergencyNumber()).contains("112");
        assertThat(profile.legalProvisions()).hasSize(2);
        assertThat(profile.assessment().secondReview()).isFalse();
        assertThat(profile.police().gate()).isEqualTo(PoliceGate.HOLD_THEN_AUTO_RELEASE);
        assertThat(profile.police().longestHold()).isEqualTo(Duration.ofDays(7));
        assertThat(profile.assessment().claimLease()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void the_demo_country_that_is_delivered_is_valid() {
        CountryProfile demo = CountryProfileReader.read(Path.of("../deploy/country/demo.yaml"));

        assertThat(demo.country()).isEqualTo("XX");
    }

    @Test
    void an_optional_key_may_be_left_out() {
        assertThat(read(DEMO.replaceAll("  emergency-number.*\n", "")).hotline().emergencyNumber())
                .isEmpty();
    }

    @Test
    void durations_may_be_written_in_iso_8601() {
        assertThat(read(DEMO.replace("hold-for: 24h", "hold-for: PT24H")).police())
                .isEqualTo(read(DEMO).police());
    }

    @Test
    void norway_is_not_the_boolean_false() {
        assertThat(read(DEMO.replace("country: XX", "country: NO")).country()).isEqualTo("NO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            gate: hold-then-auto-release | gate: maybe      | country.yaml line 21: police.gate: “maybe” is not allowed; allowed: none, notify-parallel, hold-then-auto-release, explicit-approval
            country: XX                  | country: ZZ      | country.yaml line 2: country: “ZZ” is not allowed; allowed: a two-letter ISO 3166-1 code in capitals, such as KE, or XX for a demo
            name: Demoland               | nmae: Demoland   | country.yaml line 3: nmae: is not a known key; allowed: country, name, languages, hotline, legal-provisions, assessment, police, notices, retention, public-form, mail-intake
            claim-lease: 30m             | claim-lease: -30m| country.yaml line 19: assessment.claim-lease: “-30m” is not allowed; allowed: a time above zero such as 30m, 24h or 90d (or ISO 8601, PT24H)
            claim-lease: 30m             | claim-lease: 0s  | country.yaml line 19: assessment.claim-lease: “0s” is not allowed; allowed: a time above zero such as 30m, 24h or 90d (or ISO 8601, PT24H)
            claim-lease: 30m             | claim-lease: PT-1H | country.yaml line 19: assessment.claim-lease: “PT-1H” is not allowed; allowed: a time above zero such as 30m, 24h or 90d (or ISO 8601, PT24H)
            second-review: false         | second-review: no| country.yaml line 18: assessment.second-review: “no” is not allowed; allowed: false, true
            second-review: false         | second-review:   | country.yaml line 18: assessment.second-review: is empty; give a value
            [en, fr, ar]                 | [en, fr, en]     | country.yaml line 4: languages[2]: “en” is given twice; keep one
            [en, fr, ar]                 | [english, fr]    | country.yaml line 4: languages[0]: “english” is not allowed; allowed: a BCP 47 language tag such as en, fr or pt-BR
            [en, fr, ar]                 | []               | country.yaml line 4: languages: is an empty list; give at least one entry
            [en, fr, ar]                 | en               | country.yaml line 4: languages: must be a list
            desk@police.example          | desk             | country.yaml line 24: police.desk-mail: “desk” is not allowed; allowed: a mail address such as notices@hotline.example
            hold-for: 24h                | hold-for: 8d     | country.yaml line 22: police.hold-for: must not be longer than police.longest-hold
            retry-after: 1h              | answer-link-valid: 1h | country.yaml line 27: notices.answer-link-valid: is given twice; keep one
            """)
    void each_error_names_the_line_what_is_wrong_and_what_is_allowed(String good, String bad, String error) {
        assertThat(errorsOf(DEMO.replace(good, bad)).errors()).contains(error);
    }

    @Test
    void senders_of_mails_are_listed_with_what_they_are() {
        String mail = DEMO + """
            mail-intake:
              senders:
                - {from: desk@police.example, source: police}
                - {from: "@helpline.example", source: helpline}
            """;
        assertThat(read(mail).mailSenders())
                .isEqualTo(Map.of("desk@police.example", Source.POLICE, "@helpline.example", Source.HELPLINE));
        assertThat(read(DEMO).mailSenders()).isEmpty();
        assertThat(errorsOf(mail.replace("from: desk@police", "from: desk at police"))
                        .errors())
                .singleElement()
                .asString()
                .contains("mail-intake.senders[0].from");
    }

    private static final String FACE = DEMO + """
            public-form:
              logo: logo.svg
              colours: {brand: "#7a1f5c", dark: "#3d0a2e"}
              emergency-numbers:
                - {name: Ambulance, number: "113"}
              helplines:
                - {name: Children listen, phone: 0800 111 111, web: help.example, audience: children}
              legal-text:
                - {language: en, text: Demoland Child Protection Act}
              embed-origins: ["https://ministry.example"]
              onion-location: http://%s.onion
            """.formatted("a".repeat(56));

    @Test
    void the_face_of_the_public_form_is_read() {
        logo("<svg/>");
        PublicForm form = read(FACE).form();
        assertThat(form.logo()).contains("logo.svg");
        assertThat(form.colours()).contains(new PublicForm.Colours("#7a1f5c", "#3d0a2e"));
        assertThat(form.allHelplines()).singleElement().satisfies(helpline -> {
            assertThat(helpline.audience()).isEqualTo(PublicForm.Audience.CHILDREN);
            assertThat(helpline.phone()).contains("0800 111 111");
        });
        assertThat(form.moreEmergencyNumbers()).hasSize(1);
        assertThat(form.legalTextIn("fr").orElseThrow().language()).isEqualTo("en");
        assertThat(form.framedBy()).containsExactly("https://ministry.example");
        assertThat(read(DEMO).form()).isEqualTo(PublicForm.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            #7a1f5c   | teal    | line 33: public-form.colours.brand: “teal” is not allowed; allowed: a colour such as #0d5c63
            #7a1f5c   | #d080b0 | line 33: public-form.colours.brand: “#d080b0” is not allowed; allowed: a darker colour: it must stand out at least 4.5:1 from #e3f0f0 (WCAG 2.2, 1.4.3)
            #3d0a2e   | #999999 | line 33: public-form.colours.dark: “#999999” is not allowed; allowed: a darker colour: white text on it must stand out at least 4.5:1 (WCAG 2.2, 1.4.3)
            logo.svg  | ../a.svg| line 32: public-form.logo: “../a.svg” is not allowed; allowed: the name of an SVG or PNG file beside this profile, such as logo.svg
            logo.svg  | none.png| line 32: public-form.logo: “none.png” is not there; allowed: the name of an SVG or PNG file beside this profile, such as logo.svg
            "113"     | call us | line 35: public-form.emergency-numbers[0].number: “call us” is not allowed; allowed: a number to call, in digits, such as 112 or +99 800 123456
            : children| : kids  | line 37: public-form.helplines[0].audience: “kids” is not allowed; allowed: children, everyone
            https://ministry.example | https://ministry.example/ | line 40: public-form.embed-origins[0]: “https://ministry.example/” is not allowed; allowed: the origin of an https site, without a path or a slash at its end, such as https://ministry.example
            https://ministry.example | http://ministry.example | line 40: public-form.embed-origins[0]: “http://ministry.example” is not allowed; allowed: the origin of an https site, without a path or a slash at its end, such as https://ministry.example
            http://aaaa | https://aaaa | line 41: public-form.onion-location
            """)
    void a_wrong_face_is_refused_by_line(String good, String bad, String error) {
        logo("<svg/>");
        assertThat(errorsOf(FACE.replace(good, bad)).errors())
                .singleElement()
                .asString()
                .startsWith("country.yaml " + error);
    }

    @Test
    void a_logo_that_would_make_each_page_heavy_is_refused() {
        logo("x".repeat(8_001));
        assertThat(errorsOf(FACE).errors())
                .containsExactly(
                        "country.yaml line 32: public-form.logo: the file is too large; allowed: at most 8000 bytes");
    }

    private void logo(String text) {
        try {
            Files.writeString(folder.resolve("logo.svg"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_missing_key_is_named_at_the_group_that_lacks_it() {
        assertThat(errorsOf(DEMO.replaceAll("  retry-after.*\n", "")).errors())
                .containsExactly("country.yaml line 26: notices.retry-after: is missing");
    }

    @Test
    void all_errors_are_reported_at_once_in_the_order_of_the_lines() {
        String bad = DEMO.replace("gate: hold-then-auto-release", "gate: x")
                .replace("country: XX", "country: zz")
                .replace("claim-lease: 30m", "claim-lease: soon");

        assertThat(errorsOf(bad).errors())
                .extracting(error -> error.replaceAll("(line \\d+: [a-z.-]+):.*", "$1"))
                .containsExactly(
                        "country.yaml line 2: country",
                        "country.yaml line 19: assessment.claim-lease",
                        "country.yaml line 21: police.gate");
    }

    @Test
    void a_file_that_is_not_yaml_is_refused_with_the_line() {
        assertThat(errorsOf("country: XX\nname: [open\n").getMessage())
                .startsWith("country.yaml line 3: not readable as YAML");
    }

    @Test
    void a_list_in_place_of_the_profile_is_refused() {
        assertThat(errorsOf("- country: XX\n").getMessage())
                .startsWith("country.yaml line 1: the profile: must be a group of keys");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(errorsOf("# nothing\n").getMessage()).isEqualTo("country.yaml: the file is empty; write a profile");
    }

    @Test
    void a_missing_file_is_refused_with_its_path() {
        Path nowhere = folder.resolve("nowhere.yaml");

        InvalidCountryProfile errors =
                catchThrowableOfType(InvalidCountryProfile.class, () -> CountryProfileReader.read(nowhere));

        assertThat(errors).hasMessage("nowhere.yaml: cannot be read (NoSuchFileException): " + nowhere);
    }

    private CountryProfile read(String yaml) {
        return CountryProfileReader.read(written(yaml));
    }

    private InvalidCountryProfile errorsOf(String yaml) {
        Path file = written(yaml);
        return catchThrowableOfType(InvalidCountryProfile.class, () -> CountryProfileReader.read(file));
    }

    private Path written(String yaml) {
        try {
            return Files.writeString(folder.resolve("country.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = CountryProfileReaderTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
