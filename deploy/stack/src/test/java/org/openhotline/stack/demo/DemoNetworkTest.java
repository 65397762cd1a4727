// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoNetworkTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static DemoNetwork network;

    @BeforeAll
    static void start() {
        network = DemoNetwork.start(0, 0, Duration.ofMillis(200));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_demo_host_has_its_addresses_over_udp_and_tcp(boolean tcp) throws Exception {
        assertThat(texts(ask("dual.northwind.example", Type.A, tcp))).containsExactly("192.0.2.12");
        assertThat(texts(ask("Dual.Northwind.EXAMPLE", Type.AAAA, tcp))).containsExactly("2001:db8:1:0:0:0:0:12");
        assertThat(texts(ask("anything.gallery.test", Type.A, tcp))).containsExactly("192.0.2.20");
    }

    @Test
    void an_alias_is_followed() throws Exception {
        assertThat(texts(ask("www.alias.example", Type.A, false)))
                .containsExactly("cdn.northwind.example.", "192.0.2.11");
    }

    @Test
    void names_that_are_not_of_the_demo_do_not_exist_and_a_host_without_ipv6_exists() throws Exception {
        assertThat(ask("gone.example", Type.A, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("dns-down.example", Type.A, false).getRcode()).isEqualTo(Rcode.SERVFAIL);
        var none = ask("northwind.example", Type.AAAA, false);
        assertThat(none.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(none.getSection(Section.ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ipv4.json,198.51.100.0/24", "ipv6.json,2001:db8::/32", "asn.json,64496-64511"})
    void bootstrap_files_lead_to_the_registry(String file, String entry) throws Exception {
        var services = get(network.rdapBootstrap() + file).path("services");
        assertThat(services.toString()).contains("\"" + entry + "\"");
        assertThat(services.path(0).path(1).path(0).asString()).isEqualTo(registry());
    }

    @Test
    void a_good_network_names_its_holder_its_system_and_its_abuse_desk() throws Exception {
        var answer = get(registry() + "ip/192.0.2.11");
        assertThat(answer.path("objectClassName").asString()).isEqualTo("ip network");
        assertThat(answer.path("startAddress").asString()).isEqualTo("192.0.2.0");
        assertThat(answer.path("endAddress").asString()).isEqualTo("192.0.2.127");
        assertThat(answer.at("/arin_originas0_originautnums/0").asInt()).isEqualTo(64496);
        assertThat(answer.toString()).contains("Northwind Hosting", "abuse@northwind.example");
        assertThat(get(registry() + "ip/2001%3Adb8%3A1%3A%3A12").toString()).contains("abuse@northwind.example");
    }

    @Test
    void one_network_has_no_abuse_desk_anywhere_and_one_only_at_its_system() throws Exception {
        assertThat(get(registry() + "ip/198.51.100.10").toString()).doesNotContain("@");
        assertThat(get(registry() + "autnum/64498").toString()).doesNotContain("@");
        assertThat(get(registry() + "ip/198.51.100.70").toString()).doesNotContain("@");
        assertThat(get(registry() + "autnum/64499").toString()).contains("abuse@landlord.example");
    }

    @Test
    void a_slow_registry_answers_late_and_a_broken_one_answers_nonsense() throws Exception {
        long before = System.nanoTime();
        assertThat(get(registry() + "ip/198.51.100.130").toString()).contains("slow@snail.example");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        var broken = send(registry() + "ip/203.0.113.10").body();
        assertThat(broken).startsWith("{").doesNotContain("}");
    }

    @ParameterizedTest
    @CsvSource({"ip/203.0.113.70,404", "ip/203.0.113.130,503", "ip/192.0.3.1,404", "autnum/1,404", "ip/nonsense,400"})
    void what_the_registry_cannot_say_is_an_error(String path, int status) throws Exception {
        assertThat(send(registry() + path).statusCode()).isEqualTo(status);
    }

    @Test
    void everything_in_the_demo_is_reserved_for_examples() {
        var data = DemoData.read();
        var allowed = List.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32").stream()
                .map(Range::of)
                .toList();
        data.hosts().forEach((host, addresses) -> {
            assertThat(host).matches(".*\\.(example|test|example\\.org)|example");
            assertThat(addresses)
                    .allSatisfy(address ->
                            assertThat(allowed).anyMatch(range -> range.contains(InetAddress.ofLiteral(address))));
            assertThat(addresses)
                    .allSatisfy(address -> assertThat(data.networkOf(InetAddress.ofLiteral(address)))
                            .isPresent());
        });
        assertThat(data.networks())
                .allSatisfy(n -> assertThat(n.asn()).isBetween(64496L, 64511L))
                .allSatisfy(n -> assertThat(n.abuse()).matches("|[a-z-]+@[a-z.-]+\\.example(\\.org)?"));
    }

    private static String registry() {
        return network.rdapBootstrap().replace("/bootstrap/", "/rdap/");
    }

    private static Message ask(String host, int type, boolean tcp) throws Exception {
        var server = network.dnsServer().split(":", -1);
        var resolver = new SimpleResolver(server[0]);
        resolver.setPort(Integer.parseInt(server[1]));
        resolver.setTCP(tcp);
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(host + "."), type, DClass.IN)));
    }

    private static List<String> texts(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }

    private static JsonNode get(String url) throws Exception {
        return JsonMapper.shared().readTree(send(url).body());
    }

    private static HttpResponse<String> send(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
