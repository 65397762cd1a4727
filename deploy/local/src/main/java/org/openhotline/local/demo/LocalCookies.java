// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/** Keeps cookies as a browser does on this machine, where a connection counts as secure without TLS. */
final class LocalCookies implements CookieStore {
    private final CookieStore kept = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
        cookie.setSecure(false);
        kept.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return kept.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return kept.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return kept.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return kept.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return kept.removeAll();
    }
}
