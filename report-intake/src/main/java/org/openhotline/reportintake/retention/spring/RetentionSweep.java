// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.spring;

import java.time.InstantSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.reportintake.retention.EraseContacts;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for contacts whose time is over. */
@Component
final class RetentionSweep {
    private final EraseContacts eraseContacts;

    RetentionSweep(Submissions submissions, CountryProfile country, InstantSource clock) {
        this.eraseContacts = new EraseContacts(submissions, country.retention().contact(), clock);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void sweep() {
        eraseContacts.sweep();
    }
}
