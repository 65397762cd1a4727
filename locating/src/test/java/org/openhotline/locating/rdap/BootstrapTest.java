// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.locating.ConformanceData;
import org.openhotline.locating.egress.EgressGuard;
import org.openhotline.locating.egress.GuardedHttp;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.url.WebAddress;

class BootstrapTest {
    private static final String NONE = "{'services': []}";

    @TempDir
    Path folder;

    /** Which registry a range belonged to is public knowledge; nothing is sent anywhere. */
    @ParameterizedTest
    @CsvSource({
        "41.0.0.0, https://rdap.afrinic.net/rdap/",
        "1.0.0.0, https://rdap.apnic.net/",
        "2001:4200::, https://rdap.afrinic.net/rdap/",
        "2001:1800::, https://rdap.arin.net/registry/"
    })
    void the_responsible_registry_is_found_in_ianas_files(String address, String base) throws Exception {
        Bootstrap bootstrap = ianas();
        assertThat(bootstrap.networks()).hasSizeGreaterThan(200);
        assertThat(bootstrap.responsibleFor(InetAddress.ofLiteral(address)).map(WebAddress::href))
                .contains(base);
    }

    @Test
    void the_responsible_registry_of_a_number_is_found_in_ianas_files() throws Exception {
        Bootstrap bootstrap = ianas();
        assertThat(bootstrap.numbers()).hasSizeGreaterThan(1000);
        assertThat(bootstrap.responsibleFor(1230L).map(WebAddress::href)).contains("https://rdap.afrinic.net/rdap/");
        assertThat(bootstrap.responsibleFor(2018L).map(WebAddress::href)).contains("https://rdap.afrinic.net/rdap/");
        assertThat(bootstrap.responsibleFor(4_294_967_295L)).isEmpty();
    }

    @Test
    void the_longest_prefix_wins_wherever_it_stands() throws LookupFailed {
        Bootstrap bootstrap = read("{'services': [[['192.0.2.0/25'], ['https://near.example/']],"
                + "[['192.0.0.0/8'], ['https://far.example/']], [['0.0.0.0/0'], ['https://any.example/']]]}");
        assertThat(base(bootstrap, "192.0.2.127")).contains("https://near.example/");
        assertThat(base(bootstrap, "192.0.2.128")).contains("https://far.example/");
        assertThat(base(bootstrap, "203.0.113.1")).contains("https://any.example/");
        assertThat(base(bootstrap, "2001:db8::1")).isEmpty();
    }

    @Test
    void https_is_preferred_and_a_missing_slash_is_added() throws LookupFailed {
        assertThat(base(
                        read("{'services': [[['192.0.2.0/24'], ['http://a.example/rdap', 'https://a.example/rdap']]]}"),
                        "192.0.2.1"))
                .contains("https://a.example/rdap/");
    }

    @Test
    void entries_that_make_no_sense_are_passed_over() throws LookupFailed {
        Bootstrap bootstrap =
                read("{'services': [null, 7, [], [['192.0.2.0/24']], [['192.0.2.0/24'], [7, 'ftp://a.example/']],"
                        + "[[7, 'x', '192.0.2.0/99', '192.0.2.0/24'], ['https://good.example/']]]}");
        assertThat(bootstrap.networks()).hasSize(1);
        assertThat(base(bootstrap, "192.0.2.1")).contains("https://good.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{'services': 7}", "[]"})
    void a_file_that_is_no_bootstrap_is_a_failure(String file) {
        assertThat(catchThrowableOfType(LookupFailed.class, () -> read(file))).isNotNull();
    }

    @Test
    void a_folder_is_read_once_and_kept() throws Exception {
        for (String name : List.of("ipv4.json", "ipv6.json", "asn.json")) {
            Files.writeString(folder.resolve(name), NONE.replace('\'', '"'));
        }
        BootstrapSource source = source();
        Bootstrap first = source.get();
        Files.delete(folder.resolve("ipv4.json"));
        assertThat(source.get()).isSameAs(first);
    }

    @Test
    void an_old_copy_stays_in_use_when_there_is_no_new_one() throws LookupFailed {
        List<String> readable = new ArrayList<>(List.of("ipv4.json", "ipv6.json", "asn.json"));
        BootstrapSource source = new BootstrapSource(name -> listed(readable, name), Duration.ZERO, Duration.ZERO);
        Bootstrap first = source.get();
        assertThat(source.get()).isNotSameAs(first);
        Bootstrap last = source.get();
        readable.remove("asn.json");
        assertThat(source.get()).isSameAs(last);
    }

    @Test
    void a_failure_is_remembered_for_a_while_and_then_tried_again() throws LookupFailed {
        List<String> readable = new ArrayList<>();
        BootstrapSource patient =
                new BootstrapSource(name -> listed(readable, name), Duration.ofDays(1), Duration.ofDays(1));
        BootstrapSource eager = new BootstrapSource(name -> listed(readable, name), Duration.ofDays(1), Duration.ZERO);
        assertThat(catchThrowableOfType(LookupFailed.class, patient::get)).isNotNull();
        assertThat(catchThrowableOfType(LookupFailed.class, eager::get)).isNotNull();
        readable.addAll(List.of("ipv4.json", "ipv6.json", "asn.json"));
        assertThat(catchThrowableOfType(LookupFailed.class, patient::get)).isNotNull();
        assertThat(eager.get().networks()).isEmpty();
    }

    private static byte[] listed(List<String> readable, String name) throws LookupFailed {
        if (!readable.contains(name)) {
            throw new LookupFailed("not there");
        }
        return bytes(NONE);
    }

    @Test
    void a_folder_without_the_files_is_a_failure_and_no_mistake() {
        assertThat(catchThrowableOfType(LookupFailed.class, () -> source().get())
                        .reason())
                .isEqualTo("the bootstrap file cannot be read");
    }

    private BootstrapSource source() {
        GuardedHttp http = new GuardedHttp(EgressGuard.publicOnly(), host -> List.of());
        return BootstrapSource.at(folder.toString(), http, Duration.ofSeconds(5));
    }

    private static Bootstrap ianas() throws IOException, LookupFailed {
        return Bootstrap.read(
                Files.readAllBytes(ConformanceData.file("rdap/bootstrap-ipv4.json")),
                Files.readAllBytes(ConformanceData.file("rdap/bootstrap-ipv6.json")),
                Files.readAllBytes(ConformanceData.file("rdap/bootstrap-asn.json")));
    }

    private static Bootstrap read(String ipv4) throws LookupFailed {
        return Bootstrap.read(bytes(ipv4), bytes(NONE), bytes(NONE));
    }

    private static Optional<String> base(Bootstrap bootstrap, String address) {
        return bootstrap.responsibleFor(InetAddress.ofLiteral(address)).map(WebAddress::href);
    }

    private static byte[] bytes(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
