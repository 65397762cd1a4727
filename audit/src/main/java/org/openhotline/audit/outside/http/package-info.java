// SPDX-License-Identifier: Apache-2.0
/** Places that are reached over HTTP. */
@NullMarked
package org.openhotline.audit.outside.http;

import org.jspecify.annotations.NullMarked;
