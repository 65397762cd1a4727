// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.witness.Cosigning;

/** The synchronous protocol of C2SP tlog-witness. */
public final class HttpCosigning implements Cosigning {
    private static final String TYPE = "text/plain; charset=utf-8";

    private final OutsideHttp http;

    public HttpCosigning(OutsideHttp http) {
        this.http = http;
    }

    @Override
    public Answer post(URI address, String request) throws IOException {
        OutsideHttp.Answer answer =
                http.send("POST", address, Optional.empty(), TYPE, request.getBytes(StandardCharsets.UTF_8));
        return new Answer(answer.status(), answer.type(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
