// SPDX-License-Identifier: Apache-2.0
/**
 * Reads {@code country.yaml}, the one configuration a country writes, into a
 * {@link org.openhotline.contracts.country.CountryProfile} bean.
 *
 * <p>The file is named by the property {@code openhotline.country}. Its keys are the record components in kebab case
 * ({@code police.hold-for}). It is checked whole when a service starts: each error names the line, what is wrong and
 * what is allowed, all errors at once, and nothing else is printed. Durations are written as {@code 30m}, {@code 24h},
 * {@code 90d} or in ISO 8601 ({@code PT24H}).
 */
@NullMarked
package org.openhotline.chassis.country;

import org.jspecify.annotations.NullMarked;
