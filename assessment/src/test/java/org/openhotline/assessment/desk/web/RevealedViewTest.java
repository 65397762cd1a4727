// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.reveal.Revealed;
import org.openhotline.contracts.item.HostDetails;

class RevealedViewTest {
    @Test
    void nothing_that_is_shown_can_be_opened_by_accident() {
        HostDetails host = new HostDetails(
                "shop.example",
                List.of("192.0.2.7"),
                Optional.of("Example Net"),
                Optional.of("abuse@net.example"),
                List.of("RDAP https://rdap.example/ip/192.0.2.7"));

        RevealedView view = RevealedView.of(new Revealed(
                "https://shop.example/a?b=c",
                Optional.of(host),
                List.of(new Revealed.Word(
                        Optional.of("Seen at HTTP://shop.example/a today."),
                        Optional.of("from https://shop.example/b")))));

        assertThat(view.address()).isEqualTo("hxxps://shop[.]example/a?b=c");
        assertThat(view.host()).isEqualTo("shop[.]example");
        assertThat(view.addresses()).containsExactly("192[.]0[.]2[.]7");
        assertThat(view.abuseContact()).isEqualTo("abuse[@]net[.]example");
        assertThat(view.sources()).containsExactly("RDAP hxxps://rdap.example/ip/192.0.2.7");
        assertThat(view.notes())
                .containsExactly(
                        new RevealedView.Note("Seen at HxxP://shop.example/a today.", "from hxxps://shop.example/b"));
    }

    @Test
    void a_name_in_other_letters_is_shown_exactly_and_its_letters_only_where_they_cannot_mislead() {
        assertThat(hostShown("xn--bcher-kva.example")).isEqualTo("xn--bcher-kva[.]example (bücher[.]example)");
        assertThat(hostShown("xn--exmple-cua.example")).startsWith("xn--exmple-cua[.]example");
        assertThat(hostShown("xn--exmple-4nf.example")).isEqualTo("xn--exmple-4nf[.]example");
    }

    private static String hostShown(String host) {
        HostDetails details = new HostDetails(host, List.of(), Optional.empty(), Optional.empty(), List.of());
        return RevealedView.of(new Revealed("http://" + host + "/", Optional.of(details), List.of()))
                .host();
    }

    @Test
    void an_item_whose_host_is_not_known_still_shows_its_address() {
        RevealedView view = RevealedView.of(new Revealed("http://192.0.2.7/", Optional.empty(), List.of()));

        assertThat(view.hasHost()).isFalse();
        assertThat(view.address()).isEqualTo("hxxp://192[.]0[.]2[.]7/");
    }
}
