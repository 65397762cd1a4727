// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.reportintake.submission.Intake;
import org.openhotline.reportintake.submission.Submission;

class EraseContactsTest {
    private final Intake intake = new Intake();

    @Test
    void a_contact_is_erased_when_its_time_is_over_and_that_is_said_once() {
        intake.receive("a-key-of-16-signs", Intake.report(Optional.empty(), Optional.of("me"), "https://example.org/"));
        intake.now = intake.now.plus(Duration.ofDays(180));
        assertThat(intake.eraseContacts.sweep()).isZero();

        intake.now = intake.now.plusMillis(1);
        assertThat(intake.eraseContacts.sweep()).isEqualTo(1);
        Submission submission = intake.submissions.aggregates.all().getFirst();
        assertThat(submission.contact()).isEmpty();
        assertThat(intake.events()).contains(new ReporterContactErased(submission.id(), intake.now));

        assertThat(intake.eraseContacts.sweep()).isZero();
        assertThat(submission.withoutContact(intake.now).events()).isEqualTo(List.of());
    }
}
