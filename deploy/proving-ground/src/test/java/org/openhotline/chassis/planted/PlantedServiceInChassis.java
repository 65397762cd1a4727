// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.planted;

import org.openhotline.takedown.planted.PlantedOpenToOthers;

/** Planted: the rules of structure must catch it. */
final class PlantedServiceInChassis {
    PlantedOpenToOthers service() {
        return new PlantedOpenToOthers();
    }
}
