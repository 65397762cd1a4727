// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.plantedone;

import org.openhotline.reportintake.plantedtwo.PlantedOther;

/** Planted: the rules of structure must catch it. */
public final class PlantedCycleOfReportintake {
    public PlantedOther other() {
        return new PlantedOther();
    }
}
