// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** What {@code network.json} says. An empty abuse address means that there is none. */
@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
record DemoData(
        List<NetworkOf> networks,
        List<SystemOf> systems,
        Map<String, List<String>> hosts,
        Map<String, String> aliases,
        List<String> dnsDown) {

    enum Behaviour {
        GOOD,
        SLOW,
        BROKEN,
        UNKNOWN,
        DOWN
    }

    record NetworkOf(String range, String name, String holder, long asn, String abuse, String behaviour) {
        Range addresses() {
            return Range.of(range);
        }

        Behaviour answers() {
            return Behaviour.valueOf(behaviour.toUpperCase(Locale.ROOT));
        }
    }

    record SystemOf(long asn, String name, String abuse) {}

    static DemoData read() {
        try (var in = DemoData.class.getResourceAsStream("network.json")) {
            return JsonMapper.shared()
                    .readerFor(DemoData.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Objects.requireNonNull(in, "network.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read network.json", e);
        }
    }

    Optional<NetworkOf> networkOf(InetAddress address) {
        return networks.stream()
                .filter(network -> network.addresses().contains(address))
                .findFirst();
    }

    Optional<SystemOf> system(long asn) {
        return systems.stream().filter(system -> system.asn() == asn).findFirst();
    }

    /** The addresses of a host; those of {@code *.parent} where the host itself is not listed. */
    Optional<List<InetAddress>> addresses(String host) {
        var listed = hosts.get(host);
        if (listed == null) {
            int dot = host.indexOf('.');
            listed = dot < 0 ? null : hosts.get("*" + host.substring(dot));
        }
        return Optional.ofNullable(listed)
                .map(literals -> literals.stream().map(InetAddress::ofLiteral).toList());
    }
}
