// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access;

import java.util.UUID;

/** One look at something of one submission; nothing about it changes afterwards. */
public record Access(UUID submissionId) {}
