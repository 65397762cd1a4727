// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.planted;

import org.openhotline.audit.planted.PlantedOpenToOthers;

/** Planted: the rules of structure must catch it. */
final class PlantedNeighbourOfTakedown {
    PlantedOpenToOthers other() {
        return new PlantedOpenToOthers();
    }
}
