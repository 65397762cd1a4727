// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that listens on a port, with the port that it has unless another is given. */
enum Part {
    PUBLIC(8080, "the public form"),
    STAFF(8090, "the staff pages"),
    REPORT_INTAKE(8181, "service"),
    ASSESSMENT(8182, "service"),
    TAKEDOWN(8183, "service"),
    AUDIT(8184, "service"),
    NEEDS_ASSESSMENT(8185, "service"),
    REPORT_INTAKE_HEALTH(8191, "health and metrics of report-intake"),
    ASSESSMENT_HEALTH(8192, "health and metrics of assessment"),
    TAKEDOWN_HEALTH(8193, "health and metrics of takedown"),
    AUDIT_HEALTH(8194, "health and metrics of audit"),
    NEEDS_ASSESSMENT_HEALTH(8195, "health and metrics of needs-assessment"),
    KEYCLOAK(8280, "log-in of staff"),
    BROKER(9192, "Apache Kafka"),
    CONTROLLER(9193, "Apache Kafka's controller"),
    STORE(27117, "document store"),
    SMTP(2525, "outgoing mail is caught here"),
    MAILBOX(8025, "shows the caught mail"),
    DNS(15353, "the demo's name server"),
    RDAP(15380, "the demo's registry");

    private final int standardPort;
    private final String what;

    Part(int standardPort, String what) {
        this.standardPort = standardPort;
        this.what = what;
    }

    int standardPort() {
        return standardPort;
    }

    String what() {
        return what;
    }

    /** As it is written in options and addresses, for example {@code needs-assessment}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Part> of(String id) {
        return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    static String ids() {
        return String.join(", ", Arrays.stream(values()).map(Part::id).toList());
    }

    static List<Part> all() {
        return List.of(values());
    }
}
