// SPDX-License-Identifier: Apache-2.0
/**
 * The machine-readable part of a notice: XARF 4.2.0, category {@code content}, type {@code csam}. Hashes and references
 * only; there is no way here to put evidence, a screenshot or anything internal into a report.
 */
@NullMarked
package org.openhotline.takedown.notice.xarf;

import org.jspecify.annotations.NullMarked;
