// SPDX-License-Identifier: Apache-2.0
/** The check of the log as a part of a running service. */
@NullMarked
package org.openhotline.audit.soundness.spring;

import org.jspecify.annotations.NullMarked;
