// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.openhotline.stack.FreePort;

/**
 * One Apache Kafka node (KRaft, broker and controller together) in this process, on the loopback address only, its data
 * under one folder. Stop the consumers before closing it, or each of them waits for its session to expire.
 */
public final class Broker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on what lies in {@code dir} (made when absent). A port of 0 takes any free one. */
    public static Broker start(Path dir, int port, int controllerPort) {
        int clients = FreePort.orAny(port);
        var settings = new BrokerSettings(dir.resolve("log"), clients, FreePort.orAny(controllerPort));
        formatOnce(settings.log());
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new Broker(server, clients);
    }

    private static void formatOnce(Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setUnstableFeatureVersionsEnabled(false)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the broker's folder " + log, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the broker's folder " + log, e);
        }
    }

    public int port() {
        return port;
    }

    /** What clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Runs the broker as a process of its own: {@code DIR PORT CONTROLLER_PORT}. Stops on SIGTERM. */
    public static void main(String... args) throws InterruptedException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: Broker DIR PORT CONTROLLER_PORT");
        }
        var broker = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.println("broker is up on " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
