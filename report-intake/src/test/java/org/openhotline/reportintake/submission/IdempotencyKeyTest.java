// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    @Test
    void a_uuid_and_a_random_key_are_keys() {
        assertThat(IdempotencyKey.read("8e03978e-40d5-43dd-bc93-6894a57f9324")).isPresent();
        String random = IdempotencyKey.random(new SecureRandom()).text();
        assertThat(IdempotencyKey.read(random)).isPresent();
    }

    @Test
    void a_key_in_quotes_is_the_same_key() {
        assertThat(IdempotencyKey.read("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
                .isEqualTo(IdempotencyKey.read("8e03978e-40d5-43dd-bc93-6894a57f9324"));
        assertThat(IdempotencyKey.read("\"8e03978e-40d5-43dd-bc93-6894a57f9324"))
                .isEmpty();
        assertThat(IdempotencyKey.read("\"")).isEmpty();
    }

    @Test
    void short_long_and_strange_texts_are_none() {
        assertThat(IdempotencyKey.read("fifteen-letters")).isEmpty();
        assertThat(IdempotencyKey.read("k".repeat(129))).isEmpty();
        assertThat(IdempotencyKey.read("sixteen letters and a space")).isEmpty();
        assertThat(IdempotencyKey.read("")).isEmpty();
    }

    @Test
    void it_does_not_show_itself_in_a_log_line() {
        IdempotencyKey key = IdempotencyKey.random(new SecureRandom());
        assertThat(key.toString()).doesNotContain(key.text());
    }
}
