// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    private final Secret secret = Secret.of("a made-up seed of thirty-two byt".getBytes());

    @Test
    void the_hash_proves_the_secret_and_no_other() {
        Secret other = Secret.of("another seed of thirty-two bytes".getBytes());
        assertThat(secret.hasHash(secret.hash())).isTrue();
        assertThat(other.hasHash(secret.hash())).isFalse();
        assertThat(secret.hash()).doesNotContain(secret.text());
    }

    @Test
    void it_carries_more_than_a_hundred_bits() {
        int free = secret.text().replace("-", "").length() - 1;
        assertThat(free * Math.log(31) / Math.log(2)).isGreaterThan(100);
    }

    @Test
    void it_does_not_show_itself_in_a_log_line() {
        assertThat(new Receipt(Reference.of(new byte[32]), secret).toString()).doesNotContain(secret.text());
    }
}
