// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnionAddressTest {
    /** Made from the key bytes 0 to 31 by an independent implementation; nobody has its private half. */
    static final String MADE_UP = "aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion";

    @Test
    void a_name_with_a_right_checksum_is_an_onion_address() {
        assertThat(OnionAddress.of(MADE_UP)).contains(new OnionAddress(MADE_UP));
        assertThat(OnionAddress.of("a.b." + MADE_UP + ".")).contains(new OnionAddress(MADE_UP));
    }

    @Test
    void one_wrong_character_is_noticed_wherever_it_is() {
        for (int i = 0; i < 56; i++) {
            char wrong = MADE_UP.charAt(i) == 'b' ? 'c' : 'b';
            assertThat(OnionAddress.of(MADE_UP.substring(0, i) + wrong + MADE_UP.substring(i + 1)))
                    .as("position %d", i)
                    .isEmpty();
        }
    }

    @Test
    void other_lengths_alphabets_and_hosts_are_not_onion_addresses() {
        assertThat(OnionAddress.of("a" + MADE_UP)).isEmpty();
        assertThat(OnionAddress.of(MADE_UP.substring(1))).isEmpty();
        assertThat(OnionAddress.of("1" + MADE_UP.substring(1))).isEmpty();
        assertThat(OnionAddress.of(MADE_UP + ".example")).isEmpty();
        assertThat(OnionAddress.of(".onion")).isEmpty();
    }
}
