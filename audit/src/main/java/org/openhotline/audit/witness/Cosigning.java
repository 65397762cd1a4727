// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.io.IOException;
import java.net.URI;

/** A way to ask a witness. */
public interface Cosigning {
    /**
     * Posts a request of tlog-witness and returns what came back, whatever it is.
     *
     * @throws IOException where nothing came back in time
     */
    Answer post(URI address, String request) throws IOException;

    /** @param type the content type without parameters */
    record Answer(int status, String type, String body) {}
}
