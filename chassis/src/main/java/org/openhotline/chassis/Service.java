// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service. Its name is at once its configuration file ({@code <name>.yaml}, over the defaults of
 * {@code chassis.yaml}), its consumer group, its database and, for staff pages, its context path.
 */
public final class Service {
    private Service() {}

    public static ConfigurableApplicationContext run(Class<?> application, String name, String... arguments) {
        SpringApplication service = new SpringApplication(application);
        service.setDefaultProperties(Map.of("spring.config.name", "chassis," + name, "spring.application.name", name));
        return service.run(arguments);
    }
}
