// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import org.openhotline.contracts.event.Topic;

/** Planted: the rules of structure must catch it. */
final class PlantedSharedCode {
    Topic topic() {
        return Topic.AUDIT;
    }
}
