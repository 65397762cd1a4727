// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;
import java.util.Optional;

/** The newest checkpoint that lies outside. */
public interface KeptOutside {
    /**
     * The signed note as it lies there; empty where the place can be asked and has none.
     *
     * @throws IOException where the place cannot be asked
     */
    Optional<String> newest() throws IOException;
}
