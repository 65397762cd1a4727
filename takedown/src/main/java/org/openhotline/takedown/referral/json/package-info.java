// SPDX-License-Identifier: Apache-2.0
/** The package for the police desk as JSON. */
@NullMarked
package org.openhotline.takedown.referral.json;

import org.jspecify.annotations.NullMarked;
