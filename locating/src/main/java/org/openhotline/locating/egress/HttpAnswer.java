// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param headers first value of each, names in lower case
 * @param body read only for status 200
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed on once
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
