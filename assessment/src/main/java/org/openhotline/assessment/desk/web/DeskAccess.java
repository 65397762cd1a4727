// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskAccess {
    private static final Role[] DESK = {Role.ANALYST, Role.SENIOR_ANALYST};

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .pages("/", DESK)
                .pages("/next", DESK)
                .pages("/items/**", DESK)
                .pages("/decisions", DESK);
    }
}
