// SPDX-License-Identifier: Apache-2.0
/**
 * The host answers through the one-time link of its notice: removed, already gone, not ours, need more, disputed. The
 * link is all it needs, and it tells nothing that the notice did not.
 */
@NullMarked
package org.openhotline.takedown.answer;

import org.jspecify.annotations.NullMarked;
