// SPDX-License-Identifier: Apache-2.0
/**
 * Sealed texts and blind indexes with Google Tink.
 *
 * <p>Three keysets, each a file of its own: <b>case</b> (addresses, notes, traces), <b>index</b> (blind index) and
 * <b>contact</b> (reporters' contacts, opened by report-intake's contact package alone). A service is given only the
 * keysets that it needs: a bean exists where {@code openhotline.keys.case} or {@code openhotline.keys.index} names a
 * file. Ciphertexts are AES-256-GCM, bound to aggregate and field by their associated data; both kinds of keyset can
 * rotate, since a ciphertext and an index value name their key.
 */
@NullMarked
package org.openhotline.chassis.sealing;

import org.jspecify.annotations.NullMarked;
