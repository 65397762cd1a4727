// SPDX-License-Identifier: Apache-2.0
/** The log as a part of a running service. */
@NullMarked
package org.openhotline.audit.log.spring;

import org.jspecify.annotations.NullMarked;
