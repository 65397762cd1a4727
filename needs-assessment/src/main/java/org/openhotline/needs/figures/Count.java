// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.util.Optional;

/**
 * A number that was counted.
 *
 * @param id stays the same for ever, also where name or rule are worded better
 * @param base id of the count that this one is a part of
 */
public record Count(String id, String name, String unit, String rule, Optional<String> base, long value) {}
