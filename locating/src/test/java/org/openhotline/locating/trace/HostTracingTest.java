// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.locating.dns.FakeNameServer;

/** The whole trace over real sockets, against a name server and a registry of our own. */
class HostTracingTest {
    private static final String NETWORK = """
            {'objectClassName': 'ip network', 'name': 'EXAMPLE-NET', 'country': 'ZZ',
             'startAddress': '192.0.2.0', 'endAddress': '192.0.2.255', 'arin_originas0_originautnums': [64500],
             'entities': [{'roles': ['registrant'], 'vcardArray': ['vcard', [['fn', {}, 'text', 'Example Hosting']]],
               'entities': [{'handle': 'DESK', 'roles': ['abuse'],
                 'vcardArray': ['vcard', [['email', {}, 'text', 'abuse@hosting.example']]]}]}]}
            """;
    private static final String NO_DESK = """
            {'objectClassName': 'ip network', 'name': 'QUIET-NET', 'country': 'ZZ', 'arin_originas0_originautnums': [64501],
             'entities': [{'handle': 'TECH', 'roles': ['technical'],
               'vcardArray': ['vcard', [['email', {}, 'text', 'tech@quiet.example']]]}]}
            """;

    private final FakeNameServer dns = new FakeNameServer();
    private final FakeRegistry registry = new FakeRegistry();

    @AfterEach
    void stop() {
        dns.close();
        registry.close();
    }

    @Test
    void an_address_is_traced_to_the_abuse_desk_of_its_host() {
        dns.knowing("www.example. 60 IN CNAME edge.example.", "edge.example. 60 IN A 192.0.2.10");
        registry.answering("/rdap/ip/192.0.2.10", NETWORK);
        TracedHost traced = trace("https://www.example/some/page");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.TRACED);
        assertThat(traced.country()).contains("ZZ");
        assertThat(traced.asn()).contains(64500L);
        assertThat(traced.contactKnown()).isTrue();
        HostDetails details = traced.details().orElseThrow();
        assertThat(details.host()).isEqualTo("www.example");
        assertThat(details.addresses()).containsExactly("192.0.2.10");
        assertThat(details.provider()).contains("Example Hosting");
        assertThat(details.abuseContact()).contains("abuse@hosting.example");
        assertThat(details.sources())
                .anyMatch(s -> s.contains("alias of edge.example"))
                .anyMatch(s -> s.contains("EXAMPLE-NET") && s.contains("AS64500") && s.contains(registry.url()))
                .anyMatch(s -> s.contains("Abuse contact from the network's record, entity DESK"));
    }

    @Test
    void an_address_literal_is_not_asked_of_the_dns() {
        registry.answering("/rdap/ip/192.0.2.10", NETWORK)
                .answering(
                        "/rdap/ip/2001:db8::10",
                        NETWORK.replace("192.0.2.0", "2001:db8::").replace("192.0.2.255", "2001:db8::ff"));
        assertThat(trace("http://0xc0.0.2.10:8080/x").outcome()).isEqualTo(TraceOutcome.TRACED);
        TracedHost traced = trace("http://[2001:DB8::10]/x");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.TRACED);
        assertThat(traced.details().map(HostDetails::host)).contains("2001:db8::10");
        assertThat(traced.details().map(HostDetails::addresses)).contains(List.of("2001:db8::10"));
        assertThat(dns.questions()).isEmpty();
    }

    @Test
    void an_onion_service_is_not_looked_up_at_all() {
        TracedHost traced = tracing(Duration.ofSeconds(20))
                .trace(LocatorKind.ONION, "aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion/x");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.NOT_TRACEABLE);
        assertThat(traced.contactKnown()).isFalse();
        assertThat(dns.questions()).isEmpty();
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void a_name_that_is_gone_is_told_so() {
        TracedHost traced = trace("https://gone.example/x");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.DNS_GONE);
        assertThat(traced.details().orElseThrow().sources()).containsExactly("DNS: the name does not exist");
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void a_network_without_an_abuse_desk_has_no_contact_and_the_technical_one_is_only_noted() {
        dns.knowing("quiet.example. 60 IN A 203.0.113.7");
        registry.answering("/rdap/ip/203.0.113.7", NO_DESK);
        TracedHost traced = trace("https://quiet.example/");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.NO_CONTACT);
        assertThat(traced.country()).contains("ZZ");
        assertThat(traced.contactKnown()).isFalse();
        assertThat(traced.details().orElseThrow().sources())
                .anyMatch(s -> s.contains("not used instead: technical contact tech@quiet.example, entity TECH"))
                .anyMatch(s -> s.equals("RDAP AS64501: no abuse contact"));
    }

    @Test
    void the_desk_of_the_autonomous_system_stands_in_and_is_named_as_the_source() {
        dns.knowing("quiet.example. 60 IN A 203.0.113.7");
        registry.answering("/rdap/ip/203.0.113.7", NO_DESK)
                .answering(
                        "/rdap/autnum/64501",
                        "{'objectClassName': 'autnum', 'startAutnum': 64501, 'entities': [{'roles': ['abuse'],"
                                + "'vcardArray': ['vcard', [['email', {}, 'text', 'abuse@upstream.example']]]}]}");
        TracedHost traced = trace("https://quiet.example/");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.TRACED);
        assertThat(traced.details().flatMap(HostDetails::abuseContact)).contains("abuse@upstream.example");
        assertThat(traced.details().flatMap(HostDetails::provider)).contains("QUIET-NET");
        assertThat(traced.details().orElseThrow().sources()).contains("Abuse contact from the record of AS64501");
    }

    @Test
    void the_next_address_is_asked_about_when_the_first_has_no_desk() {
        dns.knowing("two.example. 60 IN A 203.0.113.7", "two.example. 60 IN AAAA 2001:db8::10");
        registry.answering("/rdap/ip/203.0.113.7", NO_DESK)
                .answering(
                        "/rdap/ip/2001:db8::10",
                        NETWORK.replace("192.0.2.0", "2001:db8::").replace("192.0.2.255", "2001:db8::ff"));
        TracedHost traced = trace("https://two.example/");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.TRACED);
        assertThat(traced.asn()).contains(64500L);
        assertThat(traced.details().orElseThrow().provider()).contains("Example Hosting");
    }

    @Test
    void a_slow_registry_is_a_failure_in_time_that_tells_what_was_known() {
        dns.knowing("slow.example. 60 IN A 192.0.2.10");
        registry.answering("/rdap/ip/192.0.2.10", FakeRegistry.SLOW);
        long start = System.nanoTime();
        TracedHost traced = tracing(Duration.ofMillis(400)).trace(LocatorKind.WEB, "https://slow.example/");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.FAILED);
        assertThat(traced.details().map(HostDetails::addresses)).contains(List.of("192.0.2.10"));
        assertThat(traced.details().orElseThrow().sources())
                .containsExactly("DNS: 1 address", "RDAP 192.0.2.10: no answer in time");
    }

    @Test
    void a_broken_or_missing_or_too_large_answer_is_a_failure() {
        dns.knowing("www.example. 60 IN A 192.0.2.10");
        assertThat(sources("https://www.example/")).contains("RDAP 192.0.2.10: the registry knows no such network");
        registry.answering("/rdap/ip/192.0.2.10", "<html>");
        assertThat(sources("https://www.example/")).contains("RDAP 192.0.2.10: the answer is not JSON");
        registry.answering("/rdap/ip/192.0.2.10", "{'a': '" + "x".repeat(256 * 1024) + "'}");
        assertThat(sources("https://www.example/")).contains("RDAP 192.0.2.10: the answer is larger than allowed");
    }

    @Test
    void a_network_of_no_registry_is_a_failure() {
        dns.knowing("far.example. 60 IN A 198.51.100.7");
        assertThat(sources("https://far.example/"))
                .contains("RDAP 198.51.100.7: no registry is responsible for this network");
    }

    @Test
    void addresses_that_are_not_public_are_never_looked_up() {
        dns.knowing("inside.example. 60 IN A 10.0.0.1", "inside.example. 60 IN A 169.254.169.254");
        assertThat(sources("https://inside.example/")).contains("Not looked up, since not public: 2 of 2 addresses");
        assertThat(sources("http://127.0.0.2/")).contains("Not looked up, since not public: 1 of 1 addresses");
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void without_the_allow_list_the_registry_on_loopback_is_not_contacted() {
        HostTracing strict = HostTracing.using(new TracingSettings(
                Optional.of(dns.address()),
                Optional.of(registry.url()),
                List.of("192.0.2.0/24"),
                Duration.ofSeconds(20)));
        TracedHost traced = strict.trace(LocatorKind.WEB, "http://192.0.2.10/");
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.FAILED);
        assertThat(traced.details().orElseThrow().sources())
                .contains("RDAP 192.0.2.10: the server's address may not be contacted");
    }

    @Test
    void what_is_no_address_is_a_failure_without_details() {
        assertThat(trace("not an address"))
                .isEqualTo(new TracedHost(TraceOutcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void the_text_form_tells_nothing() {
        registry.answering("/rdap/ip/192.0.2.10", NETWORK);
        assertThat(trace("http://192.0.2.10/").toString()).isEqualTo("TracedHost[TRACED, not shown]");
    }

    @Test
    void a_setting_that_cannot_be_read_is_a_mistake_at_once() {
        TracingSettings good = TracingSettings.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostTracing.using(new TracingSettings(
                        Optional.of("resolver"), good.rdapBootstrap(), good.allowedNetworks(), good.timeout())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostTracing.using(
                        new TracingSettings(good.dnsServer(), Optional.of("http://"), List.of(), good.timeout())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostTracing.using(
                        new TracingSettings(good.dnsServer(), good.rdapBootstrap(), List.of("all"), good.timeout())));
        assertThat(HostTracing.using(good)).isNotNull();
    }

    private List<String> sources(String address) {
        TracedHost traced = trace(address);
        assertThat(traced.outcome()).isEqualTo(TraceOutcome.FAILED);
        return traced.details().orElseThrow().sources();
    }

    private TracedHost trace(String address) {
        return tracing(Duration.ofSeconds(20)).trace(LocatorKind.WEB, address);
    }

    private HostTracing tracing(Duration timeout) {
        return HostTracing.using(new TracingSettings(
                Optional.of(dns.address()),
                Optional.of(registry.url()),
                List.of("127.0.0.1/32", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"),
                timeout));
    }
}
