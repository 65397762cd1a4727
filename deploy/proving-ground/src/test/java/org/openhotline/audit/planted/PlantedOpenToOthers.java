// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.planted;

/** Planted: the rules of structure must catch it. */
public final class PlantedOpenToOthers {}
