// SPDX-License-Identifier: Apache-2.0
/** Where disclosures are kept. */
@NullMarked
package org.openhotline.reportintake.disclosure.mongo;

import org.jspecify.annotations.NullMarked;
