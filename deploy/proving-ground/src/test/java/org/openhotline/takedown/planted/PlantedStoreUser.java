// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.planted;

import org.bson.Document;

/** Planted: the rules of structure must catch it. */
final class PlantedStoreUser {
    Document document() {
        return new Document();
    }
}
