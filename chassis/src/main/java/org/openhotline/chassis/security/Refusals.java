// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes the answer to a request that is not let in. The web kit does it in words. */
@FunctionalInterface
public interface Refusals {
    void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal);
}
