// SPDX-License-Identifier: Apache-2.0
/**
 * One package to the police desk for each item that the country's gate refers. It waits on the liaison officer's page;
 * a mail says only that it waits.
 */
@NullMarked
package org.openhotline.takedown.referral;

import org.jspecify.annotations.NullMarked;
