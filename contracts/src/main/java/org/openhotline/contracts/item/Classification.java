// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/**
 * A decision in the words of a versioned classification profile.
 *
 * @param profile id of the profile, for example {@code generic-national}
 * @param category code of the category or, for the other verdicts, of the reason
 */
public record Classification(String profile, int profileVersion, String category) {}
