// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what people do to an address so that nobody clicks it: {@code hxxp}, {@code [.]}, {@code [:]}. Dots in brackets are
 * put right in the host; after it only where the host or the scheme was defanged too, since a path may hold them in earnest.
 */
final class Refanging {
    private static final Pattern SCHEME = Pattern.compile("^h(?:xx|\\*\\*|__)p(s?)(?=\\[?:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR =
            Pattern.compile("^(https?)(\\[://\\]|\\[:\\]//|\\[:\\])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT =
            Pattern.compile("\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)", Pattern.CASE_INSENSITIVE);
    /** What comes before the host, and the host with its port. */
    private static final Pattern HOST =
            Pattern.compile("^((?:https?:)?[/\\\\]*(?:[^/\\\\?#]*@)?)([^/\\\\?#]*)", Pattern.CASE_INSENSITIVE);

    private Refanging() {}

    static String refang(String text) {
        String schemed = SCHEME.matcher(text).replaceFirst("http$1");
        schemed = SEPARATOR.matcher(schemed).replaceFirst("$1://");
        Matcher parts = HOST.matcher(schemed);
        if (!parts.find()) {
            return schemed;
        }
        String host = DOT.matcher(parts.group(2)).replaceAll(".");
        boolean defanged = !schemed.equals(text) || !host.equals(parts.group(2));
        String rest = schemed.substring(parts.end());
        return parts.group(1) + host + (defanged ? rest.replace("[.]", ".") : rest);
    }
}
