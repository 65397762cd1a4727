// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.locating.ConformanceData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactCardTest {

    @ParameterizedTest
    @ValueSource(strings = {"rdap/entity-rfc9083-fig15.json", "rdap/entity-rfc9083-fig17.json"})
    void the_cards_of_the_standard_are_read(String file) {
        ContactCard card = ContactCard.of(ConformanceData.json(file));
        assertThat(card.emails()).containsExactly("joe.user@example.com");
        assertThat(card.name()).contains("Joe User");
    }

    @Test
    void the_public_example_card_is_read() {
        ContactCard card = ContactCard.of(entityWith(ConformanceData.json("rdap/jcard-example.json")));
        assertThat(card.emails()).hasSize(1).first().asString().startsWith("simon.");
        assertThat(card.name()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rdap/jcard-mixed.json", "rdap/jcard-error_bad_top_type.json"})
    void the_broken_public_cards_hold_nothing_and_break_nothing(String file) {
        ContactCard card = ContactCard.of(entityWith(ConformanceData.json(file)));
        assertThat(card.emails()).isEmpty();
        assertThat(card.name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "42",
                "{'vcardArray': null}",
                "{'vcardArray': 'vcard'}",
                "{'vcardArray': ['vcard']}",
                "{'vcardArray': ['vcard', 7]}",
                "{'vcardArray': ['vcard', {'a': ['email', {}, 'text', 7]}]}",
                "{'vcardArray': ['vcard', [null, 1, 'x', [], {}, ['email'], ['email', {}], ['email', {}, 'text'],"
                        + " [7, {}, 'text', 'a@b.example'], ['email', null, 'text', null], ['email', [], 7, {}]]]}",
                "{'jscard': {'emails': 7, 'name': []}}",
                "{'jscard': {'emails': {'a': 7, 'b': {'address': {}}}}}"
            })
    void a_card_may_be_broken_in_any_way(String entity) {
        ContactCard card = ContactCard.of(json(entity));
        assertThat(card.emails()).isEmpty();
        assertThat(card.name()).isEmpty();
    }

    @Test
    void the_good_properties_of_a_broken_card_are_read() {
        ContactCard card = ContactCard.of(
                json(
                        "{'vcardArray': ['vcard', [null, ['email'], ['fn', {}, 'text', null],"
                                + "['EMAIL', null, null, 'abuse@provider.example'], ['org', {}, 'text', ['Provider', 'Abuse desk']]]]}"));
        assertThat(card.emails()).containsExactly("abuse@provider.example");
        assertThat(card.name()).contains("Provider");
    }

    @Test
    void the_preferred_address_comes_first_and_each_only_once() {
        ContactCard card = ContactCard.of(json("{'vcardArray': ['vcard', ["
                + "['email', {}, 'text', 'none@provider.example'],"
                + "['email', {'pref': '2'}, 'text', 'second@provider.example'],"
                + "['email', {'pref': ['3']}, 'text', ['third@provider.example', 'none@provider.example']],"
                + "['email', {'pref': 1}, 'text', 'mailto:first@provider.example?subject=x']]]}"));
        assertThat(card.emails())
                .containsExactly(
                        "first@provider.example",
                        "second@provider.example",
                        "third@provider.example",
                        "none@provider.example");
    }

    @Test
    void a_js_contact_card_is_read_too() {
        ContactCard card = ContactCard.of(
                json(
                        "{'jscard': {'name': {'full': 'Abuse desk'}, 'emails': {"
                                + "'a': {'address': 'b@provider.example', 'pref': 2}, 'c': {'address': 'a@provider.example', 'pref': 1}}}}"));
        assertThat(card.emails()).containsExactly("a@provider.example", "b@provider.example");
        assertThat(card.name()).contains("Abuse desk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abuse@provider.example          | abuse@provider.example
            Abuse+csam@Provider.EXAMPLE     | Abuse+csam@provider.example
            MAILTO:abuse@provider.example   | abuse@provider.example
            abuse@bücher.example            | abuse@xn--bcher-kva.example
            """)
    void a_mail_address_is_made_fit_for_a_header(String given, String email) {
        assertThat(CleanText.email(json("'" + given + "'"))).contains(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abuse",
                "@provider.example",
                "abuse@",
                "abuse@localhost",
                "abuse@192.0.2.1",
                "abuse@[192.0.2.1]",
                "a b@provider.example",
                "abuse@provider.example\\r\\nBcc: x@other.example",
                "abuse\\r\\nBcc:x@provider.example",
                "a@b@provider.example",
                "\\\"a\\\"@provider.example",
                "Abuse <abuse@provider.example>",
                "a..b@provider.example",
                ".a@provider.example",
                "a@provider..example",
                "a@-provider.example",
                "a,b@provider.example",
                "ab\\u0000c@provider.example"
            })
    void what_could_break_a_header_is_no_mail_address(String given) {
        assertThat(CleanText.email(JsonMapper.shared().readTree("\"" + given + "\"")))
                .isEmpty();
    }

    @Test
    void a_line_from_outside_has_no_control_characters_and_an_end() {
        assertThat(CleanText.line(JsonMapper.shared().readTree("\" A\\r\\nB\\u202e\\u2066C\\u0007 \"")))
                .contains("A BC");
        assertThat(CleanText.line(json("'" + "é".repeat(500) + "'"))).contains("é".repeat(200));
        assertThat(CleanText.line(json("' '"))).isEmpty();
    }

    private static JsonNode entityWith(JsonNode card) {
        return JsonMapper.shared().createObjectNode().set("vcardArray", card);
    }

    static JsonNode json(String singleQuoted) {
        return JsonMapper.shared().readTree(singleQuoted.replace('\'', '"'));
    }
}
