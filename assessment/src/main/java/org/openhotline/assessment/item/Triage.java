// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.item.TriageRoute;

/** One immutable decision of one analyst on who deals with an item that is no page. */
public record Triage(UUID id, String actor, TriageRoute route, Instant at) {}
