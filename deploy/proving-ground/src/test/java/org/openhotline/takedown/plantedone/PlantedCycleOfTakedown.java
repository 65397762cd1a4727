// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.plantedone;

import org.openhotline.takedown.plantedtwo.PlantedOther;

/** Planted: the rules of structure must catch it. */
public final class PlantedCycleOfTakedown {
    public PlantedOther other() {
        return new PlantedOther();
    }
}
