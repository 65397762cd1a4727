// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start fail with the errors of the country profile alone, without a stack trace. */
final class InvalidCountryProfileAnalyzer extends AbstractFailureAnalyzer<InvalidCountryProfile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidCountryProfile cause) {
        return new FailureAnalysis(
                String.join("\n", cause.errors()), "Mend the country profile and start again.", cause);
    }
}
