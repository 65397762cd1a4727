// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void without_options_everything_is_as_the_readme_says() {
        var options = Options.parse(ROOT);
        assertThat(options.data()).isEqualTo(ROOT.resolve(".openhotline"));
        assertThat(options.country()).isEqualTo(ROOT.resolve("deploy/country/demo.yaml"));
        assertThat(options.port(Part.PUBLIC)).isEqualTo(8080);
        assertThat(options.only()).containsExactlyElementsOf(Module.all());
        assertThat(options.fresh() || options.demo() || options.separate()).isFalse();
        assertThat(options.aot()).isTrue();
    }

    @Test
    void a_port_can_be_given_for_one_part_or_left_to_the_machine_for_all() {
        var options = Options.parse(ROOT, "--free-ports", "--port", "staff=9000");
        assertThat(options.port(Part.STAFF)).isEqualTo(9000);
        assertThat(options.port(Part.BROKER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--port staff,NAME=NUMBER",
        "--port desk=80,needs-assessment",
        "--port staff=70000,at most 65535",
        "--only audit+takedown,there is no service",
        "--only intake,there is no service intake",
        "--data,needs a value",
        "--country /nowhere.yaml,/nowhere.yaml",
        "--frehs,--frehs"
    })
    void a_wrong_option_is_named(String arguments, String said) {
        assertThatThrownBy(() -> Options.parse(ROOT, arguments.split(" ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    @Test
    void no_two_parts_have_the_same_standard_port() {
        assertThat(Part.all()).extracting(Part::standardPort).doesNotHaveDuplicates();
    }

    @Test
    void every_service_is_on_the_class_path_under_its_name() {
        assertThat(Module.all()).allSatisfy(module -> {
            assertThat(Class.forName(module.application())).hasPackage("org.openhotline." + packageOf(module));
            assertThat(getClass().getResource("/" + module.id() + ".yaml")).isNotNull();
        });
    }

    private static String packageOf(Module module) {
        return switch (module) {
            case REPORT_INTAKE -> "reportintake";
            case NEEDS_ASSESSMENT -> "needs";
            case ASSESSMENT, TAKEDOWN, AUDIT -> module.id();
        };
    }
}
