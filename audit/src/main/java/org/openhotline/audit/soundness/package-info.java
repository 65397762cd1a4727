// SPDX-License-Identifier: Apache-2.0
/** Whether the log is sound, as it can be told from inside: checked again and again by the verifier that others use. */
@NullMarked
package org.openhotline.audit.soundness;

import org.jspecify.annotations.NullMarked;
