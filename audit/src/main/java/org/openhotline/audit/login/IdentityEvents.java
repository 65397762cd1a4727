// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login;

import java.time.Instant;
import java.util.List;
import org.openhotline.contracts.event.IdentityEvent;

/** One of the lists that the identity provider keeps. */
public interface IdentityEvents {

    /** A code such as {@code logins}. */
    String name();

    /** @return the first {@code most} from {@code from} on, this moment included, by time; in any order within a millisecond */
    List<IdentityEvent> since(Instant from, int most);
}
