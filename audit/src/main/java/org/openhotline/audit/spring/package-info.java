// SPDX-License-Identifier: Apache-2.0
/** What runs beside the log. */
@NullMarked
package org.openhotline.audit.spring;

import org.jspecify.annotations.NullMarked;
