// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.planted;

import java.time.Instant;

/** Planted: the rules of structure must catch it. */
final class PlantedClockReader {
    Instant time() {
        return Instant.now();
    }
}
