// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChassisCountryConfigurationTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ChassisCountryConfiguration.class));

    @Test
    void the_profile_is_a_bean() {
        context.withPropertyValues("openhotline.country=src/test/resources/country/demo.yaml")
                .run(c -> assertThat(c.getBean(CountryProfile.class).name()).isEqualTo("Demoland"));
    }

    @Test
    void a_start_without_a_profile_says_which_property_to_set() {
        context.run(c -> assertThat(c).getFailure().rootCause().hasMessageContaining("openhotline.country is not set"));
    }

    @Test
    void a_start_with_a_bad_profile_prints_its_errors_and_no_stack_trace(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        Path file = folder.resolve("country.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("src/test/resources/country/demo.yaml"))
                        .replace("gate: hold", "gate: x"));
        SpringApplication application = new SpringApplicationBuilder(ChassisCountryConfiguration.class)
                .web(WebApplicationType.NONE)
                .build();

        try {
            application.run("--openhotline.country=" + file, "--spring.main.banner-mode=off");
        } catch (RuntimeException expected) {
            assertThat(expected).hasRootCauseInstanceOf(InvalidCountryProfile.class);
        }

        assertThat(output).contains("country.yaml line 21: police.gate: “x-then-auto-release” is not allowed");
        assertThat(output).doesNotContain("\tat ");
    }
}
