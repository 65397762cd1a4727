// SPDX-License-Identifier: Apache-2.0
/** Case files for auditors to take, by a page and by programs. */
@NullMarked
package org.openhotline.audit.casefile.web;

import org.jspecify.annotations.NullMarked;
