// SPDX-License-Identifier: Apache-2.0
/** Tells the police desk by mail that a referral waits, and nothing else. */
@NullMarked
package org.openhotline.takedown.referral.mail;

import org.jspecify.annotations.NullMarked;
