// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.time.Duration;
import org.openhotline.stack.identity.Keycloak;

/** Keycloak among our children. */
record KeycloakChild(Keycloak keycloak) implements Child {
    static final String REALM = "openhotline";

    @Override
    public ProcessHandle process() {
        return keycloak.process();
    }

    @Override
    public void awaitReady(Duration patience) {
        keycloak.awaitReady(REALM, patience);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
