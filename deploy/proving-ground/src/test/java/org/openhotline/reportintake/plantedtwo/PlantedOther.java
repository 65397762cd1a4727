// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.plantedtwo;

import org.openhotline.reportintake.plantedone.PlantedCycleOfReportintake;

/** Planted: the rules of structure must catch it. */
public final class PlantedOther {
    public PlantedCycleOfReportintake other() {
        return new PlantedCycleOfReportintake();
    }
}
