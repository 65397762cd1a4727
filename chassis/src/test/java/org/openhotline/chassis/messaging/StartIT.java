// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.test.StackInitializer;
import org.openhotline.stack.store.Store;
import org.springframework.context.ConfigurableApplicationContext;

/** Several services share a process, so one that gave up because of an outage would take the public form with it. */
class StartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void a_service_that_starts_while_its_store_is_away_waits_for_it() throws Exception {
        CompletableFuture<ConfigurableApplicationContext> starting;
        int port;
        try (ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = dying.getLocalPort();
            starting = CompletableFuture.supplyAsync(() -> Service.run(CountingService.class, "counting", with(port)));
            dying.accept().close();
        }
        try (Store store = Store.inMemory(port);
                ConfigurableApplicationContext service = starting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            assertThat(service.isRunning()).isTrue();
            assertThat(store.port()).isEqualTo(port);
        }
    }

    private static String[] with(int storePort) {
        Map<String, Object> settings = StackInitializer.settings();
        settings.put("spring.mongodb.uri", "mongodb://127.0.0.1:" + storePort + "/late?serverSelectionTimeoutMS=200");
        settings.put("server.port", "0");
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
