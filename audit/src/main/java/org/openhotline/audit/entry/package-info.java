// SPDX-License-Identifier: Apache-2.0
/**
 * What the log holds about one event. The leaf is in the tree for ever; the sealed event and the key of its commitment
 * lie beside it and can be erased without breaking any proof.
 */
@NullMarked
package org.openhotline.audit.entry;

import org.jspecify.annotations.NullMarked;
