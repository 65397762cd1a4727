// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.outside.OutsidePlace;

/**
 * An address that takes the signed note, such as one in an object store that never overwrites.
 *
 * @param method {@code PUT} or {@code POST}
 * @param address where {@code {size}} stands for the number of entries, so that each checkpoint gets a place of its own
 */
public record HttpPlace(OutsideHttp http, String name, String method, String address, BearerToken token)
        implements OutsidePlace {
    private static final String TYPE = "text/plain; charset=utf-8";

    @Override
    public void keep(Log.Head head) throws IOException {
        URI place = URI.create(address.replace("{size}", Long.toString(head.size())));
        byte[] note = head.note().whole().getBytes(StandardCharsets.UTF_8);
        int status = http.send(method, place, token.read(), TYPE, note).status();
        if (status / 100 != 2) {
            throw new IOException("the place outside answers with status " + status);
        }
    }
}
