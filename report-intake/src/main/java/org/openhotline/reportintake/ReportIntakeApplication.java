// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import org.openhotline.chassis.Service;
import org.openhotline.chassis.security.AccessRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Takes reports from the public and tells reporters how far they have come; has no log-in and no staff pages. */
@SpringBootApplication
public class ReportIntakeApplication {
    public static void main(String[] arguments) {
        Service.run(ReportIntakeApplication.class, "report-intake", arguments);
    }

    /** All that there is; everything else does not exist. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open("/", "/elsewhere", "/report/*", "/status", "/api/submissions", "/api/openapi.json");
    }
}
