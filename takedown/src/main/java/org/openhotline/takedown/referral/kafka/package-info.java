// SPDX-License-Identifier: Apache-2.0
/** A takedown that was opened with a referral is laid on the police desk. */
@NullMarked
package org.openhotline.takedown.referral.kafka;

import org.jspecify.annotations.NullMarked;
