// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The URL Standard's basic parser (section 4.4) cut down to what can happen to an absolute http or https address without a
 * base: its states become one method each, in the order in which the text is read. The public vectors of
 * web-platform-tests judge it.
 */
final class WebAddressParser {
    private static final int MAX_PORT = 65_535;

    private final String input;
    private int position;

    WebAddressParser(String text) {
        this.input = withoutTabsAndNewlines(Plain.scalarValues(trimmed(text)));
    }

    Optional<WebAddress> parse() {
        Optional<String> scheme = scheme();
        if (scheme.isEmpty()) {
            return Optional.empty();
        }
        skipSlashes();
        String authority = upTo("/\\?#");
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int colon = portColon(hostAndPort);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        Optional<OptionalInt> port = port(scheme.get(), colon < 0 ? "" : hostAndPort.substring(colon + 1));
        Optional<WebHost> parsedHost = host.isEmpty() ? Optional.empty() : WebHost.parse(host);
        if (port.isEmpty() || parsedHost.isEmpty()) {
            return Optional.empty();
        }
        String userinfo = at < 0 ? "" : authority.substring(0, at);
        int split = userinfo.indexOf(':');
        return Optional.of(new WebAddress(
                scheme.get(),
                PercentEncoding.USERINFO.encode(split < 0 ? userinfo : userinfo.substring(0, split)),
                split < 0 ? "" : PercentEncoding.USERINFO.encode(userinfo.substring(split + 1)),
                parsedHost.get(),
                port.get(),
                path(upTo("?#")),
                after('?', "#").map(PercentEncoding.SPECIAL_QUERY::encode),
                after('#', "").map(PercentEncoding.FRAGMENT::encode)));
    }

    private Optional<String> scheme() {
        int colon = input.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = input.substring(0, colon).toLowerCase(Locale.ROOT);
        position = colon + 1;
        return scheme.equals("http") || scheme.equals("https") ? Optional.of(scheme) : Optional.empty();
    }

    private void skipSlashes() {
        while (position < input.length() && isSlash(input.charAt(position))) {
            position++;
        }
    }

    private String upTo(String stops) {
        int start = position;
        while (position < input.length() && stops.indexOf(input.charAt(position)) < 0) {
            position++;
        }
        return input.substring(start, position);
    }

    private Optional<String> after(char mark, String stops) {
        if (position >= input.length() || input.charAt(position) != mark) {
            return Optional.empty();
        }
        position++;
        return Optional.of(upTo(stops));
    }

    /** The first colon that is not inside the brackets of an IPv6 literal. */
    private static int portColon(String hostAndPort) {
        boolean bracketed = false;
        for (int i = 0; i < hostAndPort.length(); i++) {
            char c = hostAndPort.charAt(i);
            if (c == ':' && !bracketed) {
                return i;
            }
            bracketed = c == '[' || (bracketed && c != ']');
        }
        return -1;
    }

    /** Outer empty: not a port. Inner empty: none, or the scheme's own. */
    private static Optional<OptionalInt> port(String scheme, String text) {
        if (text.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        if (!Ascii.isDigits(text)) {
            return Optional.empty();
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            port = port * 10 + text.charAt(i) - '0';
            if (port > MAX_PORT) {
                return Optional.empty();
            }
        }
        return Optional.of(port == (scheme.equals("http") ? 80 : 443) ? OptionalInt.empty() : OptionalInt.of(port));
    }

    private static String path(String raw) {
        Deque<String> segments = new ArrayDeque<>();
        int start = !raw.isEmpty() && isSlash(raw.charAt(0)) ? 1 : 0;
        for (int end = start; end <= raw.length(); end++) {
            boolean last = end == raw.length();
            if (last || isSlash(raw.charAt(end))) {
                addSegment(segments, raw.substring(start, end), last);
                start = end + 1;
            }
        }
        return "/" + String.join("/", segments);
    }

    private static void addSegment(Deque<String> segments, String segment, boolean last) {
        String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        if (dots.equals("..")) {
            segments.pollLast();
        }
        if (dots.equals("..") || dots.equals(".")) {
            if (last) {
                segments.add("");
            }
            return;
        }
        segments.add(PercentEncoding.PATH.encode(segment));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** Without C0 controls and spaces at both ends. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static String withoutTabsAndNewlines(String text) {
        return text.replaceAll("[\t\n\r]", "");
    }
}
