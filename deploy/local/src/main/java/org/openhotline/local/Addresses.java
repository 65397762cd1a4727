// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

/**
 * Where a browser finds things. Staff pages are on {@code localhost} and the public form on {@code 127.0.0.1}, because
 * cookies know hosts but not ports.
 */
record Addresses(Options options) {
    String publicForm() {
        return "http://127.0.0.1:" + options.port(Part.PUBLIC);
    }

    String staff() {
        return "http://localhost:" + options.port(Part.STAFF);
    }

    String keycloak() {
        return "http://localhost:" + options.port(Part.KEYCLOAK);
    }

    String issuer() {
        return keycloak() + "/realms/" + KeycloakChild.REALM;
    }

    String mailbox() {
        return "http://localhost:" + options.port(Part.MAILBOX);
    }

    /** Where a part is reached, as an address to show. */
    String of(Part part) {
        return switch (part) {
            case PUBLIC -> publicForm() + "/";
            case STAFF -> staff() + "/";
            case KEYCLOAK -> keycloak() + "/";
            case MAILBOX -> mailbox() + "/";
            case BROKER, CONTROLLER -> "kafka://127.0.0.1:" + options.port(part);
            case STORE -> "mongodb://127.0.0.1:" + options.port(part);
            case SMTP -> "smtp://127.0.0.1:" + options.port(part);
            case DNS -> "dns://127.0.0.1:" + options.port(part);
            case RDAP -> "http://127.0.0.1:" + options.port(part) + "/bootstrap/";
            case REPORT_INTAKE_HEALTH, ASSESSMENT_HEALTH, TAKEDOWN_HEALTH, AUDIT_HEALTH, NEEDS_ASSESSMENT_HEALTH ->
                "http://127.0.0.1:" + options.port(part) + "/actuator/health";
            case REPORT_INTAKE -> "http://127.0.0.1:" + options.port(part) + "/";
            case ASSESSMENT, TAKEDOWN, AUDIT, NEEDS_ASSESSMENT ->
                "http://127.0.0.1:" + options.port(part) + "/" + part.id();
        };
    }
}
