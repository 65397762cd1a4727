// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.spring;

import java.util.List;

/** The rounds that one part of the service has; there may be none. */
public record RoundList(List<Round> all) {
    public RoundList {
        all = List.copyOf(all);
    }
}
