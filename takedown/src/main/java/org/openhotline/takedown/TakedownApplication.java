// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown;

import org.openhotline.chassis.Service;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Role;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The takedown service. */
@SpringBootApplication(proxyBeanMethods = false)
public class TakedownApplication {
    public static void main(String... arguments) {
        Service.run(TakedownApplication.class, "takedown", arguments);
    }

    /** Takedown and police work are apart: neither officer has a page of the other. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open("/answer/**")
                .pages("/police/**", Role.LIAISON_OFFICER)
                .pages("/items/**", Role.TAKEDOWN_OFFICER)
                .pages("/notices/**", Role.TAKEDOWN_OFFICER);
    }
}
