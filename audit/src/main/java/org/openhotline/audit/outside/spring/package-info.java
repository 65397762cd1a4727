// SPDX-License-Identifier: Apache-2.0
/** Outside places as a part of a running service. */
@NullMarked
package org.openhotline.audit.outside.spring;

import org.jspecify.annotations.NullMarked;
