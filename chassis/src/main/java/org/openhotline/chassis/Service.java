// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.chassis.rebuild.Rebuild;
import org.openhotline.chassis.rebuild.Summary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service. Its name is at once its configuration file ({@code <name>.yaml}, over the defaults of
 * {@code chassis.yaml}), its consumer group, its database and, for staff pages, its context path.
 */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Profile of a run that only rebuilds a lost store (see {@link org.openhotline.chassis.rebuild}). */
    public static final String REBUILD = "rebuild";

    /** Neither the topics of every day nor an address that anybody knows. */
    private static final List<String> REBUILDING = List.of(
            "--spring.profiles.active=" + REBUILD,
            "--spring.cloud.stream.bindings.inbox-in-0.consumer.auto-startup=false",
            "--server.port=0",
            "--management.server.port=0");

    private Service() {}

    /**
     * Returns once the service is up. While its store is away that is tried again and again: several services may share
     * this process, and one that gave up would take the others with it.
     *
     * @throws RuntimeException whatever else keeps it from starting
     */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... arguments) {
        while (true) {
            try {
                return service(application, name).run(arguments);
            } catch (RuntimeException e) {
                if (!Outage.causes(e)) {
                    throw e;
                }
                LOG.warn("{} starts again in {} s, since its store does not answer", name, PAUSE.toSeconds());
                rest();
            }
        }
    }

    private static SpringApplication service(Class<?> application, String name) {
        SpringApplication service = new SpringApplication(application);
        service.setDefaultProperties(Map.of("spring.config.name", "chassis," + name, "spring.application.name", name));
        return service;
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the store", e);
        }
    }

    /** Rebuilds the service's store from the replay in {@code topic}; the service must not run meanwhile. */
    public static Summary rebuild(Class<?> application, String name, String topic, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(REBUILDING);
        try (ConfigurableApplicationContext run = run(application, name, all.toArray(String[]::new))) {
            return run.getBean(Rebuild.class).from(topic);
        }
    }
}
