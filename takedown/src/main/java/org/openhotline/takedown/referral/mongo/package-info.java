// SPDX-License-Identifier: Apache-2.0
/** Keeps referrals in MongoDB. */
@NullMarked
package org.openhotline.takedown.referral.mongo;

import org.jspecify.annotations.NullMarked;
