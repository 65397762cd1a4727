// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a log, a proof or an entry with nothing but the JDK and the public specifications. Shares no code with the rest
 * of this module, so that a mistake there cannot hide itself here.
 */
@NullMarked
package org.openhotline.audit.verify;

import org.jspecify.annotations.NullMarked;
