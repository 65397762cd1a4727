// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification.spring;

import org.openhotline.assessment.classification.ClassificationProfile.InvalidProfile;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The message instead of a stack trace. */
final class InvalidProfileAnalyzer extends AbstractFailureAnalyzer<InvalidProfile> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidProfile cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the country profile (country.yaml) and start again.",
                cause);
    }
}
