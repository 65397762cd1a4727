// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;

/** The demo country that the local stack starts with is a valid profile and names nothing real. */
class DemoCountryTest {
    private final CountryProfile demo = CountryProfileReader.read(Path.of("../deploy/country/demo.yaml"));

    @Test
    void the_demo_country_is_valid() {
        assertThat(demo.country()).isEqualTo("XX");
        assertThat(demo.languages()).containsExactly("en", "ar", "es", "fr", "ru", "zh");
        assertThat(demo.assessment().claimLease()).isEqualTo(Duration.ofMinutes(30));
        assertThat(demo.police().gate()).isEqualTo(PoliceGate.HOLD_THEN_AUTO_RELEASE);
    }

    @Test
    void the_demo_country_shows_every_part_of_the_public_form() {
        assertThat(demo.form().colours()).isPresent();
        assertThat(demo.form().allHelplines()).hasSize(2);
        assertThat(demo.form().legalTextIn("ar").orElseThrow().language()).isEqualTo("ar");
    }

    @Test
    void the_demo_country_uses_reserved_names_only() {
        assertThat(demo.hotline().domain()).endsWith(".example.org");
        assertThat(demo.hotline().noticeMail()).endsWith(".example.org");
        assertThat(demo.hotline().publicMail()).endsWith(".example.org");
        assertThat(demo.police().deskMail()).endsWith(".example.org");
    }
}
