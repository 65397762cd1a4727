// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import org.openhotline.chassis.Service;
import org.openhotline.chassis.inbox.ChassisInboxConfiguration;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Role;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Takes events in by itself, a whole poll at a time ({@code log.kafka}), so without the inbox. */
@SpringBootApplication(exclude = ChassisInboxConfiguration.class)
@ConfigurationPropertiesScan
public class AuditApplication {
    public static void main(String... arguments) {
        Service.run(AuditApplication.class, "audit", arguments);
    }

    /** Everything is for auditors only: entry bundles name cases, and tiles and bundles share a prefix. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .api("/api/**", Role.AUDITOR)
                .api("/tlog/**", Role.AUDITOR)
                .pages("/", Role.AUDITOR)
                .pages("/entries/**", Role.AUDITOR)
                .pages("/checkpoint", Role.AUDITOR)
                .pages("/about/**", Role.AUDITOR)
                .pages("/looks", Role.AUDITOR)
                .pages("/exports", Role.AUDITOR)
                .pages("/integrity", Role.AUDITOR)
                .pages("/case-file", Role.AUDITOR);
    }
}
