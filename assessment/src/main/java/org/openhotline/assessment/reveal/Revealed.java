// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.reveal;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;

/**
 * Everything sealed about one item, in clear.
 *
 * @param notes what reporters wrote, the first first
 */
public record Revealed(String address, Optional<HostDetails> host, List<String> notes) {
    public Revealed {
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "Revealed[not shown]";
    }
}
