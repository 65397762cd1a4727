// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.plantedtwo;

import org.openhotline.audit.plantedone.PlantedCycleOfAudit;

/** Planted: the rules of structure must catch it. */
public final class PlantedOther {
    public PlantedCycleOfAudit other() {
        return new PlantedCycleOfAudit();
    }
}
