// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.planted;

import org.openhotline.takedown.planted.PlantedOpenToOthers;

/** Planted: the rules of structure must catch it. */
final class PlantedNeighbourOfNeeds {
    PlantedOpenToOthers other() {
        return new PlantedOpenToOthers();
    }
}
