// SPDX-License-Identifier: Apache-2.0
/**
 * From a confirmed item to its removal: the police gate, the referral, the notice to the host and the host's answer.
 * Packages named by a business word are plain Java; those below them, named by a technology, may use it.
 */
@NullMarked
package org.openhotline.takedown;

import org.jspecify.annotations.NullMarked;
