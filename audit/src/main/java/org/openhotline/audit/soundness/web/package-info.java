// SPDX-License-Identifier: Apache-2.0
/** The soundness of the log for auditors, as a page and for programs. */
@NullMarked
package org.openhotline.audit.soundness.web;

import org.jspecify.annotations.NullMarked;
