// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import org.openhotline.reportintake.submission.FinishRegistration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds for submissions whose items have not been told. */
@Component
final class RegistrationSweep {
    private final FinishRegistration finishRegistration;

    RegistrationSweep(FinishRegistration finishRegistration) {
        this.finishRegistration = finishRegistration;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT5S")
    void sweep() {
        while (finishRegistration.sweep() == FinishRegistration.AT_ONCE) {
            // there may be more: a full queue leaves many
        }
    }
}
