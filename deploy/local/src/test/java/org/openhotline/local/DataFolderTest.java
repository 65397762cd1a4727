// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temp;

    @Test
    void only_its_owner_may_look_into_it() throws Exception {
        var folder = DataFolder.prepare(temp.resolve("data"));
        assertThat(Files.getPosixFilePermissions(folder.path()))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        Secrets.in(folder.path().resolve("secrets.properties"));
        assertThat(Files.getPosixFilePermissions(folder.path().resolve("secrets.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void a_folder_of_somebody_else_is_neither_used_nor_emptied() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "three years of work");
        assertThatThrownBy(() -> DataFolder.prepare(temp)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new DataFolder(temp).empty()).isInstanceOf(Refusal.class);
        assertThat(temp.resolve("thesis.txt")).exists();
    }

    @Test
    void emptying_deletes_what_is_ours_and_does_not_follow_links_out() throws Exception {
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("file"), "not ours");
        var folder = DataFolder.prepare(temp.resolve("data"));
        Files.createSymbolicLink(folder.run().resolve("link"), outside);
        folder.empty();
        assertThat(folder.path()).doesNotExist();
        assertThat(outside.resolve("file")).exists();
    }

    @Test
    void temporary_files_lie_in_it_and_what_was_left_of_them_is_deleted() throws Exception {
        var folder = DataFolder.prepare(temp.resolve("data"));
        Files.writeString(folder.temporary().resolve("left"), "by a killed process");
        folder.emptyTemporary();
        assertThat(folder.temporary()).doesNotExist().hasParentRaw(folder.path());
        Files.createDirectories(temp.resolve("other/tmp"));
        new DataFolder(temp.resolve("other")).emptyTemporary();
        assertThat(temp.resolve("other/tmp")).as("not ours").exists();
    }

    @Test
    void it_is_in_use_while_a_launcher_lives() throws Exception {
        var folder = DataFolder.prepare(temp.resolve("data"));
        assertThat(folder.isInUse()).isFalse();
        var lock = folder.lock().orElseThrow();
        try (var channel = lock.acquiredBy()) {
            assertThat(channel.isOpen()).isTrue();
            assertThatThrownBy(folder::isInUse)
                    .as("the same JVM; another would see it in use")
                    .isInstanceOf(java.nio.channels.OverlappingFileLockException.class);
        }
    }

    @Test
    void secrets_are_made_once_and_are_all_different() {
        var file = DataFolder.prepare(temp.resolve("data")).path().resolve("secrets.properties");
        var first = Secrets.in(file);
        var again = Secrets.in(file);
        assertThat(first.of("audit")).isEqualTo(again.of("audit")).hasSize(32);
        assertThat(first.of("takedown")).isNotEqualTo(first.of("audit"));
        assertThat(Secrets.placeholder("needs-assessment")).isEqualTo("NEEDS_ASSESSMENT_CLIENT_SECRET");
    }

    @Test
    void the_ports_that_the_log_in_was_made_for_are_used_again_and_others_are_refused() {
        var root = Path.of("../..").toAbsolutePath().normalize();
        var folder = DataFolder.prepare(temp.resolve("data"));
        Origin.remember(folder, Options.parse(root, "--free-ports", "--port", "staff=9998", "--port", "keycloak=9997"));
        var again = Origin.remembered(folder, Options.parse(root, "--free-ports"));
        assertThat(again.port(Part.STAFF)).isEqualTo(9998);
        assertThat(again.port(Part.KEYCLOAK)).isEqualTo(9997);
        assertThat(again.port(Part.PUBLIC)).isZero();
        assertThatThrownBy(() -> Origin.remembered(folder, Options.parse(root)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--port staff=9998")
                .hasMessageContaining("--fresh");
    }
}
