// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Random passwords that parts of this installation use among themselves, made on the first start. */
final class Secrets {
    static final String KEYCLOAK_ADMIN = "keycloak-admin";
    static final String PARTNER_DEMO = "partner-demo";
    private static final int BYTES = 24;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** The secrets in {@code file}, which is made where it is missing and which only its owner may read. */
    static Secrets in(Path file) {
        try {
            var values = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            } else {
                create(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the secrets in " + file, e);
        }
    }

    private static void create(Path file, Properties values) throws IOException {
        var random = new SecureRandom();
        names().forEach(name -> values.setProperty(name, secret(random)));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            values.store(out, "Made on the first start. keycloak-admin: the user 'admin' of the realm 'master'.");
        }
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of(KEYCLOAK_ADMIN, PARTNER_DEMO));
        Module.all().stream().map(Module::id).forEach(names::add);
        return names;
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String of(String name) {
        var value = values.getProperty(name);
        if (value == null) {
            throw new Refusal(
                    "This data folder was made by an older version and has no secret for %s. Start empty: --fresh"
                            .formatted(name));
        }
        return value;
    }

    /** The name under which Keycloak's realm file asks for a client's secret. */
    static String placeholder(String client) {
        return client.toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET";
    }
}
