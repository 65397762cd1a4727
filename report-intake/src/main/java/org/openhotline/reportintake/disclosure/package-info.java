// SPDX-License-Identifier: Apache-2.0
/**
 * A reporter's contact is shown to nobody but a liaison officer who asked for it with a reason, after a senior analyst
 * agreed, once. Only this package may ask for a contact to be opened.
 */
@NullMarked
package org.openhotline.reportintake.disclosure;

import org.jspecify.annotations.NullMarked;
