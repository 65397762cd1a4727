// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.outside.KeptOutside;

/** The newest checkpoint at an address, which may be that of a witness (C2SP tlog-witness, "monitor retrieval"). */
public record HttpOutside(OutsideHttp http, URI address, BearerToken token) implements KeptOutside {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @Override
    public Optional<String> newest() throws IOException {
        OutsideHttp.Answer answer = http.get(address, token.read());
        return switch (answer.status()) {
            case OK -> Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
            case NOT_FOUND -> Optional.empty();
            default -> throw new IOException("the place outside answers with status " + answer.status());
        };
    }
}
