// SPDX-License-Identifier: Apache-2.0
/**
 * The one configuration a country writes (country.yaml). Code reads the switches, never the name of a delivery model;
 * presets only fill switches in.
 */
@NullMarked
package org.openhotline.contracts.country;

import org.jspecify.annotations.NullMarked;
