// SPDX-License-Identifier: Apache-2.0
/** Puts the referral business together. */
@NullMarked
package org.openhotline.takedown.referral.spring;

import org.jspecify.annotations.NullMarked;
