// SPDX-License-Identifier: Apache-2.0
/**
 * What a host reads: the words of a notice and the facts that a machine needs, before any channel gives them a form.
 * Lives in memory only, since it holds an address in clear.
 */
@NullMarked
package org.openhotline.takedown.letter;

import org.jspecify.annotations.NullMarked;
