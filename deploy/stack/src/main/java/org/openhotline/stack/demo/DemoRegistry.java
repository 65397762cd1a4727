// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhotline.stack.demo.DemoData.NetworkOf;
import org.openhotline.stack.demo.DemoData.SystemOf;
import org.openhotline.stack.web.Page;
import tools.jackson.databind.json.JsonMapper;

/** Answers RDAP look-ups (RFC 9082, 9083) and hands out the bootstrap files (RFC 9224) that lead here. */
final class DemoRegistry {
    private static final String RDAP = "application/rdap+json";

    private final DemoData data;
    private final Duration slowness;

    DemoRegistry(DemoData data, Duration slowness) {
        this.data = data;
        this.slowness = slowness;
    }

    Page page(String path, int ownPort) {
        if (path.startsWith("/bootstrap/")) {
            return bootstrap(path.substring("/bootstrap/".length()), ownPort);
        }
        if (path.startsWith("/rdap/ip/")) {
            return network(URLDecoder.decode(path.substring("/rdap/ip/".length()), StandardCharsets.UTF_8));
        }
        if (path.matches("/rdap/autnum/\\d{1,10}")) {
            return system(Long.parseLong(path.substring("/rdap/autnum/".length())));
        }
        return notFound();
    }

    private Page bootstrap(String file, int ownPort) {
        var entries = switch (file) {
            case "ipv4.json" -> List.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
            case "ipv6.json" -> List.of("2001:db8::/32");
            case "asn.json" -> List.of("64496-64511");
            default -> List.<String>of();
        };
        if (entries.isEmpty()) {
            return notFound();
        }
        var base = List.of("http://127.0.0.1:" + ownPort + "/rdap/");
        return json(
                200,
                "application/json",
                Map.of(
                        "version", "1.0",
                        "publication", "2026-01-01T00:00:00Z",
                        "description", "Bootstrap of the demo network",
                        "services", List.of(List.of(entries, base))));
    }

    private Page network(String address) {
        InetAddress asked;
        try {
            asked = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return error(400, "Not an IP address");
        }
        var network = data.networkOf(asked);
        if (network.isEmpty()) {
            return notFound();
        }
        return switch (network.get().answers()) {
            case GOOD -> json(200, RDAP, object(network.get()));
            case SLOW -> afterAWhile(json(200, RDAP, object(network.get())));
            case BROKEN -> Page.text(200, RDAP, "{\"objectClassName\": \"ip network\", \"entities\": [");
            case UNKNOWN -> notFound();
            case DOWN -> error(503, "Down for maintenance");
        };
    }

    private Page system(long number) {
        return data.system(number)
                .map(system -> json(200, RDAP, object(system)))
                .orElseGet(DemoRegistry::notFound);
    }

    private Page afterAWhile(Page page) {
        try {
            Thread.sleep(slowness);
            return page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "Going down");
        }
    }

    private static Map<String, Object> object(NetworkOf network) {
        var range = network.addresses();
        var object = new LinkedHashMap<String, Object>();
        object.put("objectClassName", "ip network");
        object.put("rdapConformance", List.of("rdap_level_0"));
        object.put("handle", network.name());
        object.put("startAddress", range.first().getHostAddress());
        object.put("endAddress", range.last().getHostAddress());
        object.put("ipVersion", range.isIpv6() ? "v6" : "v4");
        object.put("name", network.name());
        object.put("country", "XX");
        object.put("status", List.of("active"));
        object.put("arin_originas0_originautnums", List.of(network.asn()));
        object.put("entities", List.of(holder(network)));
        return object;
    }

    /** The abuse desk stands below the holder, as most registries have it. */
    private static Map<String, Object> holder(NetworkOf network) {
        var holder = new LinkedHashMap<>(entity(network.name() + "-ORG", "registrant", network.holder(), ""));
        holder.put("entities", abuse(network.name(), network.abuse()));
        return holder;
    }

    private static Map<String, Object> object(SystemOf system) {
        var object = new LinkedHashMap<String, Object>();
        object.put("objectClassName", "autnum");
        object.put("rdapConformance", List.of("rdap_level_0"));
        object.put("handle", "AS" + system.asn());
        object.put("startAutnum", system.asn());
        object.put("endAutnum", system.asn());
        object.put("name", system.name());
        object.put("country", "XX");
        object.put("entities", abuse(system.name(), system.abuse()));
        return object;
    }

    private static List<Map<String, Object>> abuse(String handle, String mail) {
        return mail.isEmpty() ? List.of() : List.of(entity(handle + "-ABUSE", "abuse", "Abuse desk", mail));
    }

    private static Map<String, Object> entity(String handle, String role, String name, String mail) {
        return Map.of(
                "objectClassName",
                "entity",
                "handle",
                handle,
                "roles",
                List.of(role),
                "vcardArray",
                List.of("vcard", card(name, mail)));
    }

    /** A jCard (RFC 7095). */
    private static List<List<Object>> card(String name, String mail) {
        var card = new ArrayList<List<Object>>();
        card.add(List.of("version", Map.of(), "text", "4.0"));
        card.add(List.of("fn", Map.of(), "text", name));
        if (!mail.isEmpty()) {
            card.add(List.of("email", Map.of(), "text", mail));
        }
        return card;
    }

    private static Page notFound() {
        return error(404, "Not found");
    }

    private static Page error(int status, String title) {
        return json(status, RDAP, Map.of("errorCode", status, "title", title));
    }

    private static Page json(int status, String type, Object value) {
        return Page.text(status, type, JsonMapper.shared().writeValueAsString(value));
    }
}
