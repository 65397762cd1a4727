// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.report;

/**
 * How much two reports have in common. Each country counts "duplicates" in its own way, so every figure and every event
 * names the level. The names are the ids that travel and are never changed; a new rule gets a new level.
 */
public enum DuplicateLevel {
    /** The same text, letter for letter: the same item. */
    D0,
    /** The same address in standard form: the same item. */
    D1,
    /** The same page with another query, fragment or scheme, or the same name in another spelling: two related items. */
    D2,
    /** The same content hash. Named so that its place is kept; nothing claims it as long as no hashes are compared. */
    D3,
    /** The same registrable domain and folder: two related items. */
    D4
}
