// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuildOptionsTest {
    private static final Path ROOT = Path.of("/made-up");

    @Test
    void all_is_every_service_but_audit() {
        assertThat(RebuildOptions.parse(ROOT, "--all").services())
                .containsExactly(Module.REPORT_INTAKE, Module.ASSESSMENT, Module.TAKEDOWN, Module.NEEDS_ASSESSMENT);
    }

    @Test
    void services_can_be_named_one_by_one() {
        assertThat(RebuildOptions.parse(ROOT, "--service", "takedown", "--service", "assessment")
                        .services())
                .containsExactlyInAnyOrder(Module.TAKEDOWN, Module.ASSESSMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--service|--service needs a value",
                "--service audit|comes back from its backup",
                "--service made-up|give one of report-intake, assessment, takedown, needs-assessment",
                "--all --checkpoint no-such-file|there is no such file",
                "--fast|I do not know the option --fast",
                "--data /tmp|Say which service",
            })
    void what_is_wrong_is_named(String arguments, String complaint) {
        assertThatThrownBy(() -> RebuildOptions.parse(ROOT, arguments.split(" ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(complaint);
    }
}
