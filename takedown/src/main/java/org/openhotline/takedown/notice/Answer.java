// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import org.openhotline.contracts.item.HostAnswer;

/** What the host said through the link, once. */
public record Answer(HostAnswer said, Instant at) {}
