// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.Arrays;

/** The problems that can be told apart. Their words are in {@code messages/kit*.properties}. */
enum ProblemKind {
    INVALID_INPUT("invalid-input", 400),
    BAD_REQUEST("bad-request", 400),
    LOGIN_FAILED("login-failed", 400),
    TOKEN_NEEDED("token-needed", 401),
    NOT_ALLOWED("not-allowed", 403),
    ROLE_NEEDED("role-needed", 403),
    FORM_EXPIRED("form-expired", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_TYPE("unsupported-type", 415),
    FILES_REFUSED("files-refused", 415),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503),
    LOGIN_UNREACHABLE("login-unreachable", 503);

    private final String code;
    private final int status;

    ProblemKind(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** As in the type URI and the message keys. */
    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String type() {
        return "urn:openhotline:problem:" + code;
    }

    /** The kind for a status that a framework chose. */
    static ProblemKind forStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 403 -> NOT_ALLOWED;
            case 415 -> UNSUPPORTED_TYPE;
            case 503 -> UNAVAILABLE;
            default ->
                Arrays.stream(values())
                        .filter(kind -> kind.status == status)
                        .findFirst()
                        .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
        };
    }
}
