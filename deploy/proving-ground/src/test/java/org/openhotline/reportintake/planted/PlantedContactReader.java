// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.planted;

import org.openhotline.reportintake.contact.OpenContact;

/** Planted: the rules of structure must catch it. */
final class PlantedContactReader {
    boolean canOpen(OpenContact open) {
        return open != null;
    }
}
