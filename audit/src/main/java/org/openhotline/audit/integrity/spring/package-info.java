// SPDX-License-Identifier: Apache-2.0
/** The integrity of the log as figures. */
@NullMarked
package org.openhotline.audit.integrity.spring;

import org.jspecify.annotations.NullMarked;
