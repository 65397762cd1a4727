// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.takedown.testing.Examples.country;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.item.Classification;
import org.openhotline.takedown.testing.Letters;

class LetterTextTest {
    private final CountryProfile country = country(PoliceGate.NOTIFY_PARALLEL);
    private final ProfileLaw law = new ProfileLaw(
            Map.of("generic-national.baseline", "distribution, possession", "generic-national.odd", "nowhere"),
            country.legalProvisions());
    private final LetterText text = new LetterText(country, law, address -> address.replace("http", "hxxp"));

    @Test
    void the_words_alone_say_all_that_a_desk_needs() {
        String body = text.body(Letters.about("https://files.example.org/x/1?page=2"));

        assertThat(body)
                .contains("Reference: N-4KQ7-X2MZ")
                .contains("hxxps://files.example.org/x/1?page=2")
                .contains("192.0.2.7 (AS64500, Example Hosting)")
                .contains("Looked up:       2026-11-24 02:00:00 UTC")
                .contains("Assessed:        2026-11-24 01:58:00 UTC")
                .contains("Log entry:       " + Letters.LOG_ENTRY)
                .contains("Child Protection Act (made up), section 12")
                .contains("Child Protection Act (made up), section 13")
                .doesNotContain("Other Act")
                .contains("remove, or to disable access to")
                .contains("until 8 December 2026")
                .contains("http://127.0.0.1:8080/takedown/answer/secret")
                .contains("good faith")
                .contains("The police have been informed.")
                .contains("notices@hotline.example.org");
    }

    @Test
    void no_address_is_written_so_that_a_gateway_would_open_it() {
        assertThat(text.body(Letters.about("https://files.example.org/x/1"))).doesNotContain("https://files");
    }

    @Test
    void the_subject_has_number_and_network_address_but_no_name_or_path() {
        Letter letter = Letters.about("https://files.example.org/x/1");

        assertThat(text.subject(letter))
                .isEqualTo("[N-4KQ7-X2MZ] Illegal content notice (child sexual abuse material) - 192.0.2.7");
        assertThat(text.subject(Letters.withoutNetwork("https://files.example.org/x/1")))
                .endsWith("material)");
    }

    @Test
    void facts_that_are_not_known_leave_no_gap() {
        String body = text.body(Letters.withoutNetwork("https://files.example.org/x/1"));

        assertThat(body)
                .contains("Network address: not known\n")
                .doesNotContain("null")
                .doesNotContain("()");
    }

    @Test
    void a_category_that_no_table_knows_is_quoted_with_the_whole_law() {
        List<LegalProvision> all = country.legalProvisions();

        assertThat(law.broken(new Classification("generic-national", 1, "new"))).isEqualTo(all);
        assertThat(law.broken(new Classification("generic-national", 1, "odd"))).isEqualTo(all);
        assertThat(law.broken(new Classification("generic-national", 1, "baseline")))
                .extracting(LegalProvision::id)
                .containsExactly("distribution", "possession");
    }

    @Test
    void nothing_of_a_letter_gets_into_a_log_by_accident() {
        Letter letter = Letters.about("https://files.example.org/x/1");

        assertThat(letter + " " + letter.items() + " " + Optional.of(letter))
                .doesNotContain("files.example.org")
                .doesNotContain("secret");
    }
}
