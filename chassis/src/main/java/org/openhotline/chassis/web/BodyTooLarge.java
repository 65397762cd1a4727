// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.io.IOException;

/** More was sent than is read. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("a body of more than " + limit + " bytes");
    }
}
