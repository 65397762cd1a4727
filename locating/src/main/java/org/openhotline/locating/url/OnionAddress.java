// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A version 3 onion name (Tor rend-spec-v3, section 6): base32 of public key, two bytes of checksum and the version. Checked
 * offline; an onion name is never asked of the DNS (RFC 7686).
 *
 * @param name the 56 characters and {@code .onion}, in lower case, without labels before them
 */
public record OnionAddress(String name) {
    private static final String SUFFIX = ".onion";
    private static final int LABEL = 56;
    private static final int KEY = 32;
    private static final byte VERSION = 3;

    /** Whether the host claims to be an onion service, valid or not. */
    static boolean isOnion(String host) {
        String bare = withoutFinalDot(host);
        return bare.endsWith(SUFFIX) || bare.equals("onion");
    }

    /** Labels before the 56 characters are allowed and do not change the service. */
    public static Optional<OnionAddress> of(String host) {
        String bare = withoutFinalDot(host.toLowerCase(Locale.ROOT));
        if (!bare.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String labels = bare.substring(0, bare.length() - SUFFIX.length());
        String label = labels.substring(labels.lastIndexOf('.') + 1);
        return isVersion3(label) ? Optional.of(new OnionAddress(label + SUFFIX)) : Optional.empty();
    }

    private static boolean isVersion3(String label) {
        if (label.length() != LABEL || !BaseEncoding.base32().canDecode(label.toUpperCase(Locale.ROOT))) {
            return false;
        }
        byte[] decoded = BaseEncoding.base32().decode(label.toUpperCase(Locale.ROOT));
        byte[] key = Arrays.copyOf(decoded, KEY);
        byte[] checksum = Arrays.copyOfRange(decoded, KEY, KEY + 2);
        return decoded[KEY + 2] == VERSION && Arrays.equals(checksum, checksum(key));
    }

    private static byte[] checksum(byte[] key) {
        try {
            MessageDigest sha3 = MessageDigest.getInstance("SHA3-256");
            sha3.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
            sha3.update(key);
            sha3.update(VERSION);
            return Arrays.copyOf(sha3.digest(), 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java since 9 has SHA3-256", e);
        }
    }

    private static String withoutFinalDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return "OnionAddress[not shown]";
    }
}
