// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An absolute http or https address, taken apart as browsers do it (WHATWG URL Standard, whatwg.org). All parts are in
 * their percent-encoded form.
 *
 * @param scheme {@code http} or {@code https}
 * @param username empty where there is none
 * @param password empty where there is none
 * @param port only where it is not the scheme's own
 * @param path begins with a slash
 * @param query without the question mark; present but empty after a bare one
 * @param fragment without the number sign
 */
public record WebAddress(
        String scheme,
        String username,
        String password,
        WebHost host,
        OptionalInt port,
        String path,
        Optional<String> query,
        Optional<String> fragment) {

    /** Empty where the text is not an absolute http or https address. Never guesses a scheme: see {@link Locators}. */
    public static Optional<WebAddress> parse(String text) {
        return new WebAddressParser(text).parse();
    }

    /** The standard's serialisation, all of it. */
    public String href() {
        return scheme
                + "://"
                + userinfo()
                + host.text()
                + (port.isPresent() ? ":" + port.getAsInt() : "")
                + path
                + query.map(q -> "?" + q).orElse("")
                + fragment.map(f -> "#" + f).orElse("");
    }

    /**
     * What makes two addresses the same item: the standard's serialisation with RFC 3986 6.2.2 normalised escapes and
     * without the fragment, which never reaches the host; except one that begins with {@code !} or {@code /}, by which
     * pages that run in the browser tell their own pages apart.
     */
    public WebAddress identity() {
        return new WebAddress(
                scheme,
                PercentEncoding.normalise(username),
                PercentEncoding.normalise(password),
                host,
                port,
                PercentEncoding.normalise(path),
                query.map(PercentEncoding::normalise),
                fragment.filter(WebAddress::isRoute).map(PercentEncoding::normalise));
    }

    private static boolean isRoute(String fragment) {
        return fragment.startsWith("!") || fragment.startsWith("/");
    }

    private String userinfo() {
        if (username.isEmpty() && password.isEmpty()) {
            return "";
        }
        return username + (password.isEmpty() ? "" : ":" + password) + "@";
    }

    @Override
    public String toString() {
        return "WebAddress[not shown]";
    }
}
