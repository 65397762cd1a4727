// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.egress.Network;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of RFC 9083. */
final class RegistryAnswer {
    private static final List<String> OTHER_ROLES = List.of("technical", "administrative", "registrant");

    private RegistryAnswer() {}

    static RegistryRecord network(byte[] json, InetAddress asked, String registry) throws LookupFailed {
        JsonNode object = object(json, "ip network");
        if (!covers(object, asked)) {
            throw new LookupFailed("the registry answered about another network");
        }
        return read(object, registry);
    }

    static RegistryRecord autonomousSystem(byte[] json, long asked, String registry) throws LookupFailed {
        JsonNode object = object(json, "autnum");
        Optional<Long> start = Asn.of(object.path("startAutnum"));
        Optional<Long> end = Asn.of(object.path("endAutnum")).or(() -> start);
        if (start.filter(n -> n > asked).isPresent()
                || end.filter(n -> n < asked).isPresent()) {
            throw new LookupFailed("the registry answered about another autonomous system");
        }
        return read(object, registry);
    }

    /** Jackson's own message would quote the answer, so it is dropped. */
    static JsonNode object(byte[] json, String objectClass) throws LookupFailed {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new LookupFailed("the answer is not JSON");
        }
        String given = node.path("objectClassName").asString(objectClass);
        if (!node.isObject() || !given.equalsIgnoreCase(objectClass)) {
            throw new LookupFailed("the registry answered with another kind of object");
        }
        return node;
    }

    private static RegistryRecord read(JsonNode object, String registry) {
        Entities entities = Entities.of(object);
        Optional<AbuseContact> abuse = entities.contact("abuse");
        return new RegistryRecord(
                CleanText.line(object.path("name")).or(() -> CleanText.line(object.path("handle"))),
                entities.nameOf("registrant"),
                CleanText.country(object.path("country")),
                Asn.allIn(object.path("arin_originas0_originautnums"), "").stream()
                        .findFirst()
                        .or(entities::asn),
                abuse,
                abuse.isPresent() ? Optional.empty() : other(entities),
                registry);
    }

    private static Optional<AbuseContact> other(Entities entities) {
        return OTHER_ROLES.stream()
                .flatMap(role -> entities.contact(role).stream())
                .findFirst();
    }

    /** True also where the answer names no range. */
    private static boolean covers(JsonNode object, InetAddress asked) {
        Optional<byte[]> start = address(object.path("startAddress"));
        Optional<byte[]> end = address(object.path("endAddress"));
        if (start.isEmpty() || end.isEmpty()) {
            return true;
        }
        byte[] address = asked.getAddress();
        return start.get().length == address.length
                && end.get().length == address.length
                && Arrays.compareUnsigned(start.get(), address) <= 0
                && Arrays.compareUnsigned(address, end.get()) <= 0;
    }

    /** Some registries append the prefix length to an address. */
    private static Optional<byte[]> address(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(n -> n.asString().strip().replaceFirst("/.*", ""))
                .flatMap(Network::literal)
                .map(InetAddress::getAddress);
    }
}
