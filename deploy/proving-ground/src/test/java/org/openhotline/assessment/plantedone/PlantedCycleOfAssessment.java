// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.plantedone;

import org.openhotline.assessment.plantedtwo.PlantedOther;

/** Planted: the rules of structure must catch it. */
public final class PlantedCycleOfAssessment {
    public PlantedOther other() {
        return new PlantedOther();
    }
}
