// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.UUID;

/** One thing that somebody sent. */
public record SubmissionFacts(UUID submissionId, Instant received) {}
