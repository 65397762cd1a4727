// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import org.openhotline.chassis.Service;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Role;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Takes reports from the public, from partners and from staff, and tells reporters how far they have come. The public
 * meets no log-in; what staff and partners use is below {@code /report-intake} and only there by the staff origin.
 */
@SpringBootApplication
public class ReportIntakeApplication {
    public static void main(String[] arguments) {
        Service.run(ReportIntakeApplication.class, "report-intake", arguments);
    }

    /** All that there is; everything else does not exist. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open("/", "/elsewhere", "/report/*", "/status", "/api/submissions", "/api/openapi.json")
                .api("/report-intake/api/**", Role.PARTNER)
                .pages("/report-intake/submissions/*/messages/**", Role.ANALYST, Role.SENIOR_ANALYST)
                .pages("/report-intake/submissions/*/disclosures", Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)
                .pages("/report-intake/submissions/*/hold/**", Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)
                .pages("/report-intake/submissions/**", Role.ANALYST, Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)
                .pages("/report-intake/disclosures/**", Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)
                .pages("/report-intake/", Role.ANALYST, Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)
                .pages("/report-intake/**", Role.ANALYST, Role.SENIOR_ANALYST);
    }
}
