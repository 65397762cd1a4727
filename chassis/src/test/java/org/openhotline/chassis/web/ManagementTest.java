// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleService
class ManagementTest {
    @LocalManagementPort
    int management;

    @LocalServerPort
    int port;

    @Value("${management.server.address}")
    String address;

    @Test
    void health_and_metrics_are_open_on_the_management_port_of_this_machine() {
        assertThat(address).isEqualTo("127.0.0.1");
        assertThat(Http.get(url("/actuator/health")).body()).contains("UP").doesNotContain("components");
        assertThat(Http.get(url("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/health/db",
                "/desk/queue",
                "/open/page"
            })
    void nothing_else_is_there(String path) {
        assertThat(Http.get(url(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/assessment/actuator/health",
                "/assessment/actuator/prometheus",
                "/assessment/livez"
            })
    void the_services_own_port_has_none_of_it(String path) {
        assertThat(Http.get("http://localhost:" + port + path).statusCode()).isEqualTo(404);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + management + path;
    }
}
