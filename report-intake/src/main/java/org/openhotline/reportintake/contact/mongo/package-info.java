// SPDX-License-Identifier: Apache-2.0
/** The collection of wrapped keys. */
@NullMarked
package org.openhotline.reportintake.contact.mongo;

import org.jspecify.annotations.NullMarked;
