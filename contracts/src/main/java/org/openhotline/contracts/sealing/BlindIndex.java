// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.sealing;

import java.util.List;

/**
 * A keyed fingerprint under which a sealed text can be found again (HMAC-SHA-256). A value carries the number of its
 * key, so keys can rotate: write {@link #of}, look up all of {@link #candidates}.
 */
public interface BlindIndex {
    String of(String text);

    List<String> candidates(String text);
}
