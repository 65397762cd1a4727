// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a log, a receipt, an entry or a case file with nothing but the JDK and the public specifications, and can be a
 * witness. Shares no code with the rest of this module, so that a mistake there cannot hide itself here. One file, so
 * that it can be read, handed over and run alone.
 */
@NullMarked
package org.openhotline.audit.verify;

import org.jspecify.annotations.NullMarked;
