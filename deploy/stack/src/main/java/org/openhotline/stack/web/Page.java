// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.web;

import java.nio.charset.StandardCharsets;

/**
 * What is answered to a GET.
 *
 * @param type the media type, with its character set
 */
public record Page(int status, String type, byte[] body) {
    public static Page html(String body) {
        return text(200, "text/html; charset=utf-8", body);
    }

    public static Page plain(int status, String body) {
        return text(status, "text/plain; charset=utf-8", body);
    }

    public static Page text(int status, String type, String body) {
        return new Page(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Page notFound() {
        return plain(404, "Nothing here.\n");
    }

    /** Text as HTML text or attribute value. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
