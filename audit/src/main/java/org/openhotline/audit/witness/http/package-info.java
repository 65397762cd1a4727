// SPDX-License-Identifier: Apache-2.0
/** Witnesses over HTTP. */
@NullMarked
package org.openhotline.audit.witness.http;

import org.jspecify.annotations.NullMarked;
