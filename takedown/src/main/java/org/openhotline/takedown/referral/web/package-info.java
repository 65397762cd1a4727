// SPDX-License-Identifier: Apache-2.0
/** The liaison officer's pages. */
@NullMarked
package org.openhotline.takedown.referral.web;

import org.jspecify.annotations.NullMarked;
