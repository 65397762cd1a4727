// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.planted;

import org.springframework.stereotype.Component;

/** Planted: the rules of structure must catch it. */
@Component
final class PlantedSpringInLocating {}
