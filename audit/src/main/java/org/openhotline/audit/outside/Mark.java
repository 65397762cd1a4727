// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.time.Instant;

/** A size of the log that somebody outside knows of, and since when. */
public record Mark(long size, Instant at) {}
