// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.reveal;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;

/**
 * Everything sealed about one item, in clear.
 *
 * @param words what reporters wrote, the first first
 */
public record Revealed(String address, Optional<HostDetails> host, List<Word> words) {
    /**
     * What one reporter wrote.
     *
     * @param referrer where on the page, or the page that led there
     */
    public record Word(Optional<String> note, Optional<String> referrer) {
        @Override
        public String toString() {
            return "Word[not shown]";
        }
    }

    public Revealed {
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return "Revealed[not shown]";
    }
}
