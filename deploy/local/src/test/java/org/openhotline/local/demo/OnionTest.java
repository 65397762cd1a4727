// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locators;

class OnionTest {
    @Test
    void a_made_up_onion_address_has_a_valid_checksum() {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            var address = "http://" + Onion.address(random) + "/";
            assertThat(Locators.identify(Optional.empty(), address).kind()).isEqualTo(LocatorKind.ONION);
        }
    }
}
