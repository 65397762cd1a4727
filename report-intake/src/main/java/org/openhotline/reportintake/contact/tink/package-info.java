// SPDX-License-Identifier: Apache-2.0
/** The contact keyset. */
@NullMarked
package org.openhotline.reportintake.contact.tink;

import org.jspecify.annotations.NullMarked;
