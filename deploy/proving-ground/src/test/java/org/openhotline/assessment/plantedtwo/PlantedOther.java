// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.plantedtwo;

import org.openhotline.assessment.plantedone.PlantedCycleOfAssessment;

/** Planted: the rules of structure must catch it. */
public final class PlantedOther {
    public PlantedCycleOfAssessment other() {
        return new PlantedCycleOfAssessment();
    }
}
