// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.plantedtwo;

import org.openhotline.takedown.plantedone.PlantedCycleOfTakedown;

/** Planted: the rules of structure must catch it. */
public final class PlantedOther {
    public PlantedCycleOfTakedown other() {
        return new PlantedCycleOfTakedown();
    }
}
