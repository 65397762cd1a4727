// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting;

import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.Trace;

/**
 * Where an item is right now. Lives in memory only.
 *
 * @param exact the address in standard form, in clear
 * @param host as known best: from this look-up, or from the assessment's where this one failed
 * @param contact who can be written to, if anybody
 * @param contactChanged whether that is somebody else than at the assessment
 * @param trace this look-up, for the record
 */
public record Located(String exact, HostDetails host, Optional<String> contact, boolean contactChanged, Trace trace) {

    @Override
    public String toString() {
        return "Located[not shown]";
    }
}
