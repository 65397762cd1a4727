// SPDX-License-Identifier: Apache-2.0
/** Witnesses as a part of a running service. */
@NullMarked
package org.openhotline.audit.witness.spring;

import org.jspecify.annotations.NullMarked;
