// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Coverage-guided search for lists that break a reader. The normal build replays the inputs kept in
 * {@code ReaderFuzzInputs}; the profile {@code fuzz} searches.
 */
class ReaderFuzz {
    @FuzzTest(maxDuration = "3m")
    void any_bytes_as_csv(FuzzedDataProvider data) {
        Readings.areInOrder(Format.CSV, data.consumeRemainingAsBytes());
    }

    @FuzzTest(maxDuration = "3m")
    void any_bytes_as_ndjson(FuzzedDataProvider data) {
        Readings.areInOrder(Format.NDJSON, data.consumeRemainingAsBytes());
    }

    @FuzzTest(maxDuration = "3m")
    void any_bytes_as_xarf(FuzzedDataProvider data) {
        Readings.areInOrder(Format.XARF, data.consumeRemainingAsBytes());
    }
}
