// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as text that no program turns into a link and that nobody opens by accident:
 * {@code hxxps://host[.]example/path}. Show it as {@code <bdi dir="ltr" class="defanged">}.
 */
public final class Defanged {
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)(:/*)([^/?#\\\\]*)(.*)", Pattern.DOTALL);
    private static final Pattern HAS_AUTHORITY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("http", "hxxp", "https", "hxxps", "ftp", "fxp");

    private Defanged() {}

    /** Control and direction characters, which could make one address look like another, become visible. */
    public static String text(String address) {
        String visible = visible(address);
        if (!HAS_AUTHORITY.matcher(visible).matches()) {
            return blunt(visible);
        }
        Matcher url = URL.matcher(visible);
        return url.matches()
                ? scheme(url.group(1)) + url.group(2) + blunt(url.group(3)) + rest(url.group(4))
                : blunt(visible);
    }

    private static String scheme(String scheme) {
        String small = scheme.toLowerCase(Locale.ROOT);
        return SCHEMES.getOrDefault(small, small + "[x]");
    }

    private static String blunt(String part) {
        return part.replace(".", "[.]").replace("@", "[@]").replace("://", "[://]");
    }

    // A path may hold another address.
    private static String rest(String rest) {
        return rest.replace("://", "[://]").replace("@", "[@]").replaceAll("(?i)\\bwww\\.", "www[.]");
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                visible.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (type == Character.SPACE_SEPARATOR && codePoint != ' ');
    }
}
