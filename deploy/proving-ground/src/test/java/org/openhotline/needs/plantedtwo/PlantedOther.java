// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.plantedtwo;

import org.openhotline.needs.plantedone.PlantedCycleOfNeeds;

/** Planted: the rules of structure must catch it. */
public final class PlantedOther {
    public PlantedCycleOfNeeds other() {
        return new PlantedCycleOfNeeds();
    }
}
