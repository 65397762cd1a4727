// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The services, in the order in which they start: the public form first, because somebody may be waiting to report. */
enum Module {
    REPORT_INTAKE(
            Part.REPORT_INTAKE, Part.REPORT_INTAKE_HEALTH, "org.openhotline.reportintake.ReportIntakeApplication"),
    ASSESSMENT(Part.ASSESSMENT, Part.ASSESSMENT_HEALTH, "org.openhotline.assessment.AssessmentApplication"),
    TAKEDOWN(Part.TAKEDOWN, Part.TAKEDOWN_HEALTH, "org.openhotline.takedown.TakedownApplication"),
    AUDIT(Part.AUDIT, Part.AUDIT_HEALTH, "org.openhotline.audit.AuditApplication"),
    NEEDS_ASSESSMENT(
            Part.NEEDS_ASSESSMENT, Part.NEEDS_ASSESSMENT_HEALTH, "org.openhotline.needs.NeedsAssessmentApplication");

    private final Part port;
    private final Part health;
    private final String application;

    Module(Part port, Part health, String application) {
        this.port = port;
        this.health = health;
        this.application = application;
    }

    Part port() {
        return port;
    }

    Part health() {
        return health;
    }

    /** The Spring Boot application's class. Named, not linked: the launcher itself must not load Spring. */
    String application() {
        return application;
    }

    String id() {
        return port.id();
    }

    static Optional<Module> of(String id) {
        return Arrays.stream(values()).filter(module -> module.id().equals(id)).findFirst();
    }

    static List<Module> all() {
        return List.of(values());
    }
}
