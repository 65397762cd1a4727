// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;

class NameResolverTest {
    private static final InetAddress V4 = InetAddress.ofLiteral("192.0.2.10");
    private static final InetAddress V6 = InetAddress.ofLiteral("2001:db8::10");
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final FakeNameServer server = new FakeNameServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void both_address_families_are_found() {
        server.knowing("www.example. 60 IN AAAA 2001:db8::10", "www.example. 60 IN A 192.0.2.10");
        assertThat(resolve("www.example")).isEqualTo(new Resolution.Found(List.of(V4, V6), List.of(), true));
    }

    @Test
    void the_chain_of_aliases_is_told() {
        server.knowing(
                "www.example. 60 IN CNAME edge.example.",
                "edge.example. 60 IN CNAME node.test.",
                "node.test. 60 IN A 192.0.2.10");
        assertThat(resolve("www.example"))
                .isEqualTo(new Resolution.Found(List.of(V4), List.of("edge.example", "node.test"), true));
    }

    @Test
    void an_alias_is_followed_when_the_server_does_not() {
        server.notChasing().knowing("www.example. 60 IN CNAME edge.example.", "edge.example. 60 IN AAAA 2001:db8::10");
        assertThat(resolve("www.example")).isEqualTo(new Resolution.Found(List.of(V6), List.of("edge.example"), true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aliases_in_a_circle_are_a_failure(boolean chasing) {
        server.knowing("a.example. 60 IN CNAME b.example.", "b.example. 60 IN CNAME a.example.");
        if (!chasing) {
            server.notChasing();
        }
        assertThat(resolve("a.example"))
                .isEqualTo(new Resolution.Failed("the name is an alias of itself or of too many others"));
        assertThat(server.questions()).hasSizeLessThan(10);
    }

    @Test
    void a_name_that_does_not_exist_is_gone() {
        assertThat(resolve("gone.example")).isEqualTo(new Resolution.Gone(false));
        server.knowing("www.example. 60 IN CNAME gone.example.");
        assertThat(resolve("www.example")).isEqualTo(new Resolution.Gone(false));
    }

    @Test
    void a_name_without_addresses_is_gone_although_it_exists() {
        server.knowing("www.example. 60 IN TXT parked");
        assertThat(resolve("www.example")).isEqualTo(new Resolution.Gone(true));
    }

    @Test
    void a_server_that_cannot_tell_is_a_failure_and_not_a_name_that_is_gone() {
        server.answering("www.example.", Rcode.SERVFAIL);
        assertThat(resolve("www.example")).isEqualTo(new Resolution.Failed("the name server answered SERVFAIL"));
    }

    @Test
    void a_lost_packet_is_sent_again() {
        server.losingTheFirst(1).knowing("www.example. 60 IN A 192.0.2.10");
        Resolution found =
                NameResolver.asking(server.address(), Duration.ofSeconds(2)).resolve("www.example");
        assertThat(found).isEqualTo(new Resolution.Found(List.of(V4), List.of(), true));
    }

    @Test
    void one_family_without_an_answer_does_not_hide_the_other() {
        server.silentAbout("www.example./AAAA").knowing("www.example. 60 IN A 192.0.2.10");
        Resolution found =
                NameResolver.asking(server.address(), Duration.ofMillis(500)).resolve("www.example");
        assertThat(found).isEqualTo(new Resolution.Found(List.of(V4), List.of(), false));
    }

    @Test
    void a_silent_server_is_a_failure_in_time() {
        server.silentAbout("www.example./A").silentAbout("www.example./AAAA");
        long start = System.nanoTime();
        assertThat(NameResolver.asking(server.address(), Duration.ofMillis(300)).resolve("www.example"))
                .isEqualTo(new Resolution.Failed("the name server gave no answer in time"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void onion_names_are_never_asked() {
        assertThat(resolve("made-up.onion")).isInstanceOf(Resolution.Failed.class);
        assertThat(resolve("MADE-UP.ONION.")).isInstanceOf(Resolution.Failed.class);
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void no_text_form_tells_a_name_or_an_address() {
        assertThat(new Resolution.Found(List.of(V4), List.of("canary.example"), true).toString())
                .doesNotContain("canary", "192.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:53",
                "192.0.2.1:x",
                "192.0.2.1:70000",
                "2001:db8::1:53",
                "[::1",
                "999.0.0.1:53"
            })
    void a_server_setting_that_is_no_address_is_a_mistake_at_once(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameResolver.asking(setting, PLENTY))
                .withMessageContaining("127.0.0.1:53");
    }

    private Resolution resolve(String host) {
        return NameResolver.asking(server.address(), PLENTY).resolve(host);
    }
}
