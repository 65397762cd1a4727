// SPDX-License-Identifier: Apache-2.0
/**
 * The way of one confirmed item from "confirmed" to "gone". One {@link org.openhotline.takedown.removal.Removal} per item
 * says who is waited for: the police desk, a contact, the notice, the host. It decides that a notice is to go out, and
 * never sends one itself.
 */
@NullMarked
package org.openhotline.takedown.removal;

import org.jspecify.annotations.NullMarked;
