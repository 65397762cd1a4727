// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;

/**
 * Coverage-guided search for texts that break the address parser. The normal build replays the inputs kept in
 * {@code AddressFuzzInputs}; the profile {@code fuzz} searches.
 */
class AddressFuzz {
    private static final LocatorKind[] KINDS = LocatorKind.values();

    @FuzzTest(maxDuration = "5m")
    void any_bytes_as_an_address(FuzzedDataProvider data) {
        int kind = data.consumeInt(-1, KINDS.length - 1);
        Addresses.isIdentifiedForGoodOrRefused(
                kind < 0 ? Optional.empty() : Optional.of(KINDS[kind]), data.consumeRemainingAsString());
    }
}
