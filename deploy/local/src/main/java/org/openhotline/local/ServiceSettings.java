// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.openhotline.stack.demo.DemoNetwork;

/** Each service's settings as a file that only its owner may read: a command line would show them to everybody. */
final class ServiceSettings {
    private final Options options;
    private final DataFolder folder;
    private final Secrets secrets;
    private final Addresses addresses;

    ServiceSettings(Options options, DataFolder folder, Secrets secrets) {
        this.options = options;
        this.folder = folder;
        this.secrets = secrets;
        this.addresses = new Addresses(options);
    }

    Path write(Module module) {
        var file = folder.run().resolve(module.id() + ".properties");
        var properties = new Properties();
        properties.putAll(of(module));
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, "Written at each start");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Map<String, String> of(Module module) {
        var all = new TreeMap<String, String>();
        all.put("server.port", String.valueOf(options.port(module.port())));
        all.put("management.server.port", String.valueOf(options.port(module.health())));
        all.put("openhotline.country", options.country().toString());
        all.put("openhotline.issuer", addresses.issuer());
        all.put("openhotline.staff-origin", addresses.staff());
        all.put("openhotline.public-origin", addresses.publicForm());
        all.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + options.port(Part.BROKER));
        all.put(
                "spring.mongodb.uri",
                "mongodb://127.0.0.1:%d/%s?serverSelectionTimeoutMS=3000&connectTimeoutMS=2000&socketTimeoutMS=10000"
                        .formatted(options.port(Part.STORE), module.id()));
        all.put("openhotline.client-secret", secrets.of(module.id()));
        all.putAll(onlyOf(module));
        return all;
    }

    private Map<String, String> onlyOf(Module module) {
        var all = new TreeMap<String, String>();
        switch (module) {
            case REPORT_INTAKE -> {
                all.putAll(keys("case", "index", "contact"));
            }
            case ASSESSMENT -> {
                all.putAll(keys("case", "index"));
                all.putAll(tracing());
            }
            case TAKEDOWN -> {
                all.putAll(keys("case", "index"));
                all.putAll(tracing());
                all.put("spring.mail.host", "127.0.0.1");
                all.put("openhotline.takedown.require-tls", "false");
                all.put("spring.mail.port", String.valueOf(options.port(Part.SMTP)));
            }
            case AUDIT -> {
                all.put(
                        "openhotline.audit.directory",
                        folder.path().resolve("audit").toString());
                all.put(
                        "openhotline.audit.key",
                        folder.keys().resolve("audit.key").toString());
            }
            case NEEDS_ASSESSMENT -> {
                // figures come from events and need no key
            }
        }
        return all;
    }

    private Map<String, String> keys(String... names) {
        var all = new TreeMap<String, String>();
        for (var name : names) {
            all.put(
                    "openhotline.keys." + name,
                    folder.keys().resolve(name + ".json").toString());
        }
        return all;
    }

    private Map<String, String> tracing() {
        return Map.of(
                "openhotline.tracing.dns-server", "127.0.0.1:" + options.port(Part.DNS),
                "openhotline.tracing.rdap-bootstrap", "http://127.0.0.1:" + options.port(Part.RDAP) + "/bootstrap/",
                "openhotline.tracing.allowed-networks", String.join(",", DemoNetwork.networks()));
    }
}
