// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.util.List;

/** All places that checkpoints are sent to. */
public record Places(List<SendOutside> all) {
    public Places {
        all = List.copyOf(all);
    }
}
