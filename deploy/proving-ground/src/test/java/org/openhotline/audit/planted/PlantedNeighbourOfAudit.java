// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.planted;

import org.openhotline.takedown.planted.PlantedOpenToOthers;

/** Planted: the rules of structure must catch it. */
final class PlantedNeighbourOfAudit {
    PlantedOpenToOthers other() {
        return new PlantedOpenToOthers();
    }
}
