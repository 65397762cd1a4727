// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.AggregateType;

class LeafTest {
    private static final UUID ITEM = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID EVENT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
    private static final Instant AT = Instant.parse("2026-11-24T11:00:00.120Z");

    @Test
    void a_leaf_is_sorted_has_no_white_space_and_nothing_but_ids_and_codes() {
        Leaf leaf = new Leaf(
                EVENT, "openhotline.removal.hold-released.v1", AggregateType.REMOVAL, ITEM, 3, AT, "c29tZXRoaW5n");

        assertThat(text(leaf.bytes()))
                .isEqualTo("{\"aggregate\":\"removal\",\"aggregateId\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                        + "\"commitment\":\"c29tZXRoaW5n\",\"eventId\":\"01890a5d-ac96-774b-bcce-b302099a8058\","
                        + "\"sequence\":3,\"time\":\"2026-11-24T11:00:00.120Z\","
                        + "\"type\":\"openhotline.removal.hold-released.v1\",\"v\":1}");
    }

    @Test
    void texts_are_escaped_as_rfc_8785_says() {
        // From RFC 8785, section 3.2.2: the text of the sample, and sorting by UTF-16 code units from 3.2.3.
        assertThat(text(CanonicalJson.write(Map.of("string", "\u20ac$\u000F\nA'B\"\\\\\"/"))))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(text(CanonicalJson.write(Map.of("\ufb33", "d", "\ud83d\ude00", "s", "\u20ac", "e", "1", "o"))))
                .isEqualTo("{\"1\":\"o\",\"\u20ac\":\"e\",\"\ud83d\ude00\":\"s\",\"\ufb33\":\"d\"}");
    }

    @Test
    void what_has_no_canonical_form_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("n", 1L << 53)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("n", 1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("s", "\ud83d")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("s", "\ude00x")));
    }

    @Test
    void a_commitment_is_hmac_sha_256() {
        // RFC 4231, test case 2.
        String commitment = Commitment.to(
                "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8),
                "Jefe".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(commitment)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
