// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.Verdict;

/** One immutable decision of one analyst on one item. */
public record Judgement(UUID id, String actor, Verdict verdict, Classification classification, Instant at) {}
