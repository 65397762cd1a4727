// SPDX-License-Identifier: Apache-2.0
/** Case files as a part of a running service. */
@NullMarked
package org.openhotline.audit.casefile.spring;

import org.jspecify.annotations.NullMarked;
