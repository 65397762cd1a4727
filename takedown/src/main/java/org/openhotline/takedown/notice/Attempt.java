// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import java.util.UUID;

/** The right to send a notice, held by one worker until {@code until}. */
public record Attempt(UUID id, Instant until) {}
