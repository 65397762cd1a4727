// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .pages("/", Role.ASSESSOR_NATIONAL, Role.ADMINISTRATOR)
                .api("/api/figures", Role.ASSESSOR_NATIONAL, Role.ADMINISTRATOR);
    }
}
