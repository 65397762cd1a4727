// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.google.common.io.BaseEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/**
 * What is shared from peer to peer, known by its hash alone: BitTorrent info-hashes of version 1 (BEP 3) and 2 (BEP 52),
 * magnet links (BEP 9), eDonkey hashes. Of a link only the hashes are taken; names and trackers in it are dropped.
 */
final class PeerHash {
    private static final String ALLOWED =
            "An info-hash of 40 hex digits or 32 base32 characters, one of 64 hex digits, a magnet link, or an ed2k link";
    private static final Pattern XT = Pattern.compile(
            "[?&]xt(?:\\.[0-9]+)?=urn:(btih|btmh|ed2k|ed2khash):([A-Za-z0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ED2K_LINK =
            Pattern.compile("^ed2k:(?://)?\\|file\\|[^|]*\\|[0-9]*\\|([0-9a-f]{32})\\|.*$");
    private static final Pattern URN = Pattern.compile("^(?:urn:)?(btih|btmh|ed2k):(.*)$");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern BASE32 = Pattern.compile("[a-z2-7]{32}");
    /** The multihash of SHA2-256 with 32 bytes begins so. */
    private static final String SHA256 = "1220";

    private PeerHash() {}

    static Locator identify(String text) {
        String plain = Plain.withoutPrefix(PercentEncoding.decode(text), LocatorKind.P2P_HASH.wireName() + ":")
                .toLowerCase(Locale.ROOT);
        List<String> hashes = plain.startsWith("magnet:")
                ? inMagnet(plain)
                : single(plain).stream().toList();
        if (hashes.isEmpty()) {
            throw Locators.refusal("No hash that we know can be found here.", ALLOWED);
        }
        String exact = hashes.size() == 1 ? hashes.getFirst() : "magnet:?xt=urn:" + String.join("&xt=urn:", hashes);
        return Locator.of(LocatorKind.P2P_HASH, hashes.getFirst(), exact, Relatives.NONE);
    }

    /** The oldest kind of hash first: most people know only that one of what has two. */
    private static List<String> inMagnet(String link) {
        return XT.matcher(link)
                .results()
                .flatMap(xt -> named(xt.group(1), xt.group(2)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> single(String text) {
        Matcher ed2k = ED2K_LINK.matcher(text);
        if (ed2k.matches()) {
            return named("ed2k", ed2k.group(1));
        }
        Matcher urn = URN.matcher(text);
        return urn.matches() ? named(urn.group(1), urn.group(2)) : bare(text);
    }

    /** Of 32 characters, only hexadecimal ones are read as an eDonkey hash: by chance base32 looks like that never. */
    private static Optional<String> bare(String hash) {
        boolean hexadecimal = HEX.matcher(hash).matches();
        if (hash.length() == 32 && hexadecimal) {
            return named("ed2k", hash);
        }
        return hash.length() == 64 ? named("btmh", hash) : named("btih", hash).or(() -> named("btmh", hash));
    }

    private static Optional<String> named(String kind, String hash) {
        boolean hexadecimal = HEX.matcher(hash).matches();
        return switch (kind) {
            case "btih" -> infoHash(hash, hexadecimal).map(h -> "btih:" + h);
            case "btmh" ->
                hexadecimal && hash.length() == 68 && hash.startsWith(SHA256)
                        ? Optional.of("btmh:" + hash)
                        : hexadecimal && hash.length() == 64 ? Optional.of("btmh:" + SHA256 + hash) : Optional.empty();
            default -> hexadecimal && hash.length() == 32 ? Optional.of("ed2k:" + hash) : Optional.empty();
        };
    }

    private static Optional<String> infoHash(String hash, boolean hexadecimal) {
        if (hexadecimal && hash.length() == 40) {
            return Optional.of(hash);
        }
        return Optional.of(hash)
                .filter(h -> BASE32.matcher(h).matches())
                .map(h -> BaseEncoding.base32().decode(h.toUpperCase(Locale.ROOT)))
                .map(bytes -> BaseEncoding.base16().lowerCase().encode(Arrays.copyOf(bytes, 20)));
    }
}
