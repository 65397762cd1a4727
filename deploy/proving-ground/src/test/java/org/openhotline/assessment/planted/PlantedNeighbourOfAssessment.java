// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.planted;

import org.openhotline.takedown.planted.PlantedOpenToOthers;

/** Planted: the rules of structure must catch it. */
final class PlantedNeighbourOfAssessment {
    PlantedOpenToOthers other() {
        return new PlantedOpenToOthers();
    }
}
