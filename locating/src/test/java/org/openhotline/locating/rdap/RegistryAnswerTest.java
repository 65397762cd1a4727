// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.locating.egress.LookupFailed;

class RegistryAnswerTest {
    private static final InetAddress ASKED = InetAddress.ofLiteral("192.0.2.10");

    @Test
    void name_holder_country_and_number_are_read() throws LookupFailed {
        RegistryRecord read = read("{'objectClassName': 'ip network', 'handle': 'NET-1', 'name': 'EXAMPLE-NET',"
                + "'country': 'zz', 'startAddress': '192.0.2.0', 'endAddress': '192.0.2.255',"
                + "'arin_originas0_originautnums': [64500, 64501],"
                + "'entities': [" + entity("HOLDER-1", "'registrant'", "contact@holder.example", "") + "]}");
        assertThat(read.name()).contains("EXAMPLE-NET");
        assertThat(read.holder()).contains("Name of HOLDER-1");
        assertThat(read.country()).contains("ZZ");
        assertThat(read.asn()).contains(64500L);
        assertThat(read.registry()).isEqualTo("https://registry.example/");
    }

    @Test
    void the_abuse_contact_is_found_however_deep_it_is() throws LookupFailed {
        RegistryRecord read = read(object(entity(
                "HOLDER-1",
                "'registrant'",
                "holder@provider.example",
                entity(
                        "MIDDLE",
                        "'noc'",
                        "noc@provider.example",
                        entity("DESK", "'abuse'", "abuse@provider.example", "")))));
        assertThat(read.abuse()).contains(new AbuseContact("abuse@provider.example", "abuse", Optional.of("DESK")));
        assertThat(read.other()).isEmpty();
    }

    @Test
    void the_entity_that_does_only_abuse_is_preferred_and_then_the_nearest() throws LookupFailed {
        String nested = entity("DEEP", "'abuse'", "deep@provider.example", "");
        assertThat(read(object(entity("MIXED", "'technical', 'abuse'", "mixed@provider.example", nested)))
                        .abuse()
                        .map(AbuseContact::email))
                .contains("deep@provider.example");
        assertThat(read(object(entity("HOLDER", "'registrant'", "holder@provider.example", nested) + ","
                                + entity("NEAR", "'ABUSE'", "near@provider.example", "")))
                        .abuse()
                        .map(AbuseContact::email))
                .contains("near@provider.example");
    }

    @Test
    void an_abuse_entity_without_a_readable_address_does_not_count() throws LookupFailed {
        RegistryRecord read = read(object("{'handle': 'BROKEN', 'roles': ['abuse'], 'vcardArray': [[]]},"
                + entity("SECOND", "'technical', 'abuse'", "second@provider.example", "")));
        assertThat(read.abuse().map(AbuseContact::email)).contains("second@provider.example");
    }

    @Test
    void another_contact_is_told_apart_and_never_taken_for_the_abuse_desk() throws LookupFailed {
        RegistryRecord read = read(object(entity("HOLDER", "'registrant'", "holder@provider.example", "") + ","
                + entity("TECH", "'technical'", "tech@provider.example", "")));
        assertThat(read.abuse()).isEmpty();
        assertThat(read.other()).contains(new AbuseContact("tech@provider.example", "technical", Optional.of("TECH")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'arin_originas0_originautnums': [64500]                           | 64500
            'arin_originas0_originautnums': ['AS64501']                       | 64501
            'arin_originas0_originautnums': [0, -1, 4294967296, {}, 64502]    | 64502
            'entities': [{'autnums': [{'startAutnum': 64503}]}]               | 64503
            'entities': [{'autnums': [{'startAutnum': 64503}, {'startAutnum': 64504}]}] |
            'arin_originas0_originautnums': 64500                             |
            """)
    void the_number_of_the_autonomous_system_is_read_or_left_out(String field, Long asn) throws LookupFailed {
        assertThat(read("{" + field + "}").asn()).isEqualTo(Optional.ofNullable(asn));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>canary</html>",
                "{'canary':",
                "[]",
                "42",
                "null",
                "'canary'",
                "{'objectClassName': 'domain'}",
                "{'startAddress': '198.51.100.0', 'endAddress': '198.51.100.255'}",
                "{'startAddress': '2001:db8::', 'endAddress': '2001:db8::ffff'}"
            })
    void an_answer_that_is_not_about_the_network_is_a_failure_that_does_not_quote_it(String answer) {
        LookupFailed failure = catchThrowableOfType(LookupFailed.class, () -> read(answer));
        assertThat(failure.reason()).isNotBlank().doesNotContain("canary");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void an_endless_nest_of_entities_or_brackets_is_survived() throws LookupFailed {
        String nest = "";
        for (int i = 0; i < 100; i++) {
            nest = entity("E" + i, "'noc'", "noc@provider.example", nest);
        }
        assertThat(read(object(nest)).abuse()).isEmpty();
        String brackets = "{'entities':" + "[".repeat(100_000);
        assertThat(catchThrowableOfType(LookupFailed.class, () -> read(brackets)))
                .isNotNull();
    }

    @Test
    void broken_fields_are_left_out_and_the_rest_is_read() throws LookupFailed {
        RegistryRecord read = read(
                "{'name': 7, 'handle': 'NET-1', 'country': 'Nowhere', 'startAddress': 'x', 'entities':"
                        + "[null, 7, 'x', [], {'roles': 'abuse', 'vcardArray': ['vcard', [['email', {}, 'text', 'a@provider.example']]]}]}");
        assertThat(read.name()).contains("NET-1");
        assertThat(read.country()).isEmpty();
        assertThat(read.abuse().map(AbuseContact::email)).contains("a@provider.example");
    }

    @Test
    void an_autonomous_system_must_be_the_one_that_was_asked_about() throws LookupFailed {
        String answer = "{'objectClassName': 'autnum', 'startAutnum': 64500, 'endAutnum': 64510, 'name': 'EXAMPLE-AS'}";
        assertThat(RegistryAnswer.autonomousSystem(bytes(answer), 64505, "r").name())
                .contains("EXAMPLE-AS");
        assertThat(catchThrowableOfType(
                        LookupFailed.class, () -> RegistryAnswer.autonomousSystem(bytes(answer), 64511, "r")))
                .isNotNull();
    }

    @Test
    void no_text_form_tells_a_contact() throws LookupFailed {
        RegistryRecord read = read(object(entity("DESK", "'abuse'", "canary@provider.example", "")));
        assertThat(read.toString() + read.abuse()).doesNotContain("canary");
    }

    private static RegistryRecord read(String singleQuoted) throws LookupFailed {
        return RegistryAnswer.network(bytes(singleQuoted), ASKED, "https://registry.example/");
    }

    private static byte[] bytes(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String object(String entities) {
        return "{'entities': [" + entities + "]}";
    }

    private static String entity(String handle, String roles, String email, String children) {
        return "{'objectClassName': 'entity', 'handle': '" + handle + "', 'roles': [" + roles + "], 'entities': ["
                + children
                + "], 'vcardArray': ['vcard', [['fn', {}, 'text', 'Name of " + handle + "'], ['email', {}, 'text', '"
                + email
                + "']]]}";
    }
}
