// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp;

import java.io.IOException;

/** Says in a way that others can check that a document was there at some time. */
public interface TimestampAuthority {
    /**
     * Has a document stamped. The authority gets nothing but its SHA-256.
     *
     * @return the response as it came (RFC 3161, {@code TimeStampResp}, DER), which was found to be good
     * @throws IOException where none came, or one that is not good
     */
    byte[] stamp(byte[] document) throws IOException;
}
