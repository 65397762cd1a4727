// SPDX-License-Identifier: Apache-2.0
/** Puts the replay on a topic of its own. */
@NullMarked
package org.openhotline.audit.replay.kafka;

import org.jspecify.annotations.NullMarked;
