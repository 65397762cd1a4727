// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.plantedone;

import org.openhotline.needs.plantedtwo.PlantedOther;

/** Planted: the rules of structure must catch it. */
public final class PlantedCycleOfNeeds {
    public PlantedOther other() {
        return new PlantedOther();
    }
}
