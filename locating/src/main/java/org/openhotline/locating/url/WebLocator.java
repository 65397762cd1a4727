// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/** Pages and what else has an http or https address. */
final class WebLocator {
    static final String ALLOWED = "An http or https address such as https://example.org/page, or an onion address,"
            + " of at most 8,192 characters";

    /** A scheme, unless it is a host with a port ({@code example.org:8080}). */
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]+(?:[/\\\\?#]|$))");

    private static final Pattern LINK = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("^[^/\\\\?#:]*@[^/\\\\?#:@]*$");
    private static final Pattern HOST_NAME = Pattern.compile("(?:[a-z0-9_-]{1,63}\\.)+[a-z0-9-]{1,63}\\.?");
    private static final int MAX_HOST = 253;

    private WebLocator() {}

    /** @param kind what it is unless its host is an onion service */
    static Locator identify(LocatorKind kind, String text) {
        WebAddress address = WebAddress.parse(withScheme(Refanging.refang(text)))
                .orElseThrow(() -> refusal("This is not an address that we can read."));
        WebHost host = address.host();
        if (host.literal().isEmpty() && !isHostName(host.text())) {
            throw refusal("This is not the full address of a site: its host name is not complete.");
        }
        boolean onion = OnionAddress.isOnion(host.text());
        if (onion && OnionAddress.of(host.text()).isEmpty()) {
            throw refusal("This onion address has a mistake in it: it must have 56 characters before .onion.");
        }
        String exact = address.href();
        if (exact.length() > Locators.MAX_LENGTH) {
            throw refusal("This address is too long when it is written in ASCII.");
        }
        return new Locator(
                onion ? LocatorKind.ONION : kind,
                address.identity().href(),
                Optional.of(host.bare()),
                exact,
                relatives(address.identity()));
    }

    static Locator identifyOnion(String text) {
        Locator locator = identify(LocatorKind.WEB, text);
        if (locator.kind() != LocatorKind.ONION) {
            throw refusal("This is not an onion address: its host must end in .onion.");
        }
        return locator;
    }

    /** A link to something that is no page in itself, such as a group: known by the address of the link. */
    static Optional<Locator> link(LocatorKind kind, String text) {
        if (!isLink(text)) {
            return Optional.empty();
        }
        Locator page = identify(kind, text);
        return Optional.of(new Locator(kind, page.canonical(), page.host(), page.exact(), page.relatives()));
    }

    static boolean isLink(String text) {
        return LINK.matcher(Refanging.refang(text)).find();
    }

    static boolean isHostName(String host) {
        return host.length() <= MAX_HOST + (host.endsWith(".") ? 1 : 0)
                && HOST_NAME.matcher(host).matches();
    }

    private static Relatives relatives(WebAddress address) {
        String host = address.host().text();
        String port = address.port().isPresent() ? ":" + address.port().getAsInt() : "";
        String folder = address.path().substring(0, address.path().lastIndexOf('/') + 1);
        return new Relatives(
                Optional.of(host + port + address.path()),
                Optional.of(site(address.host().bare()) + folder));
    }

    private static String site(String host) {
        return OnionAddress.of(host)
                .map(OnionAddress::name)
                .or(() -> RegistrableDomain.of(host))
                .orElse(host);
    }

    private static String withScheme(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            if (!name.equals("http") && !name.equals("https")) {
                throw refusal("This kind of address is not a page: only http and https addresses are.");
            }
            return text;
        }
        if (EMAIL.matcher(text).matches()) {
            throw refusal("This looks like an e-mail address, not the address of a page.");
        }
        return "http://" + text;
    }

    private static RuntimeException refusal(String message) {
        return Locators.refusal(message, ALLOWED);
    }
}
