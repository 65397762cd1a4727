// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.plantedone;

import org.openhotline.audit.plantedtwo.PlantedOther;

/** Planted: the rules of structure must catch it. */
public final class PlantedCycleOfAudit {
    public PlantedOther other() {
        return new PlantedOther();
    }
}
