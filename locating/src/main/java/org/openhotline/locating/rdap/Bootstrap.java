// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.egress.Network;
import org.openhotline.locating.url.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which registry is responsible for an address or a number (RFC 9224). Entries that make no sense are passed over. */
record Bootstrap(List<NetworkService> networks, List<NumberService> numbers) {

    /** @param base with a slash at its end */
    record NetworkService(Network network, WebAddress base) {}

    record NumberService(long first, long last, WebAddress base) {}

    static Bootstrap read(byte[] ipv4, byte[] ipv6, byte[] asn) throws LookupFailed {
        List<NetworkService> networks = new ArrayList<>();
        List<NumberService> numbers = new ArrayList<>();
        forEachEntry(ipv4, (entry, base) -> addNetwork(networks, entry, base));
        forEachEntry(ipv6, (entry, base) -> addNetwork(networks, entry, base));
        forEachEntry(asn, (entry, base) -> addNumbers(numbers, entry, base));
        return new Bootstrap(List.copyOf(networks), List.copyOf(numbers));
    }

    /** The longest prefix wins. */
    Optional<WebAddress> responsibleFor(InetAddress address) {
        return networks.stream()
                .filter(s -> s.network().contains(address))
                .max(Comparator.comparingInt(s -> s.network().prefix()))
                .map(NetworkService::base);
    }

    Optional<WebAddress> responsibleFor(long asn) {
        return numbers.stream()
                .filter(s -> s.first() <= asn && asn <= s.last())
                .min(Comparator.comparingLong(s -> s.last() - s.first()))
                .map(NumberService::base);
    }

    private interface Entry {
        void add(String entry, WebAddress base);
    }

    private static void forEachEntry(byte[] json, Entry sink) throws LookupFailed {
        JsonNode services;
        try {
            services = JsonMapper.shared().readTree(json).path("services");
        } catch (JacksonException e) {
            throw new LookupFailed("the bootstrap file is not JSON");
        }
        if (!services.isArray()) {
            throw new LookupFailed("the bootstrap file has no services");
        }
        for (JsonNode service : services) {
            Optional<WebAddress> base = base(service.path(1));
            for (JsonNode entry : service.path(0)) {
                base.filter(b -> entry.isString()).ifPresent(b -> sink.add(entry.asString(), b));
            }
        }
    }

    /** https before http (RFC 9224, section 3). */
    private static Optional<WebAddress> base(JsonNode addresses) {
        List<WebAddress> usable = new ArrayList<>();
        for (JsonNode address : addresses) {
            String text = address.isString() ? address.asString() : "";
            WebAddress.parse(text.endsWith("/") ? text : text + "/").ifPresent(usable::add);
        }
        return usable.stream()
                .filter(a -> a.query().isEmpty() && a.fragment().isEmpty())
                .min(Comparator.comparing(a -> !a.scheme().equals("https")));
    }

    private static void addNetwork(List<NetworkService> networks, String entry, WebAddress base) {
        Network.parse(entry).ifPresent(n -> networks.add(new NetworkService(n, base)));
    }

    private static void addNumbers(List<NumberService> numbers, String entry, WebAddress base) {
        if (entry.matches("[0-9]{1,10}(-[0-9]{1,10})?")) {
            String[] ends = entry.split("-", -1);
            numbers.add(new NumberService(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]), base));
        }
    }
}
