// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login;

import java.time.Instant;
import java.util.Optional;

/** Up to when a list has been told. */
public interface Positions {
    Optional<Instant> of(String list);

    void moveTo(String list, Instant at);
}
