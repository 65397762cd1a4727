// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checkpoint whose signature has been checked. */
record SignedHead(String origin, long size, byte[] root) {
    private static final Pattern NOTE =
            Pattern.compile("(?<text>(?<origin>[^\n]+)\n(?<size>0|[1-9][0-9]{0,17})\n(?<root>[A-Za-z0-9+/]{43}=)\n)\n"
                    + "(?<signatures>(?:\u2014 [^\n ]+ [A-Za-z0-9+/]+=*\n)+)");
    private static final int KEY_LENGTH = 32;

    /** @param verifierKey as the log publishes it, for example from a colleague, not from the log itself */
    static SignedHead check(byte[] note, String verifierKey) throws Broken {
        String whole = new String(note, StandardCharsets.UTF_8);
        Broken.unless(Arrays.equals(whole.getBytes(StandardCharsets.UTF_8), note), "the checkpoint is not UTF-8");
        Matcher parts = NOTE.matcher(whole);
        Broken.unless(parts.matches(), "the checkpoint does not have the form of one");
        Key key = Key.read(verifierKey);
        Broken.unless(key.name().equals(parts.group("origin")), "the checkpoint is of another log");
        List<String> signatures = parts.group("signatures")
                .lines()
                .filter(line -> line.startsWith("\u2014 " + key.name() + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(signature -> Arrays.equals(Arrays.copyOf(decode(signature), 4), key.id()))
                .toList();
        Broken.unless(!signatures.isEmpty(), "the checkpoint carries no signature of this key");
        for (String signature : signatures) {
            byte[] bytes = decodeExactly(signature);
            Broken.unless(
                    key.verifies(parts.group("text"), Arrays.copyOfRange(bytes, 4, bytes.length)),
                    "the signature of the checkpoint is wrong");
        }
        return new SignedHead(
                parts.group("origin"), Long.parseLong(parts.group("size")), decodeExactly(parts.group("root")));
    }

    /** Base64 in its one correct spelling. */
    static byte[] decodeExactly(String base64) throws Broken {
        byte[] bytes = decode(base64);
        Broken.unless(Base64.getEncoder().encodeToString(bytes).equals(base64), "a base64 text is malformed");
        return bytes;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private record Key(String name, byte[] id, byte[] point) {

        static Key read(String verifierKey) throws Broken {
            String[] parts = verifierKey.strip().split("\\+", 3);
            Broken.unless(parts.length == 3 && parts[1].matches("[0-9a-f]{8}"), "the verifier key is malformed");
            byte[] typed = decodeExactly(parts[2]);
            Broken.unless(typed.length == 1 + KEY_LENGTH && typed[0] == 1, "the verifier key is not an Ed25519 key");
            byte[] newline = {'\n'};
            byte[] hash = TreeMath.sha256(parts[0].getBytes(StandardCharsets.UTF_8), newline, typed);
            byte[] id = Arrays.copyOf(hash, 4);
            Broken.unless(HexFormat.of().formatHex(id).equals(parts[1]), "the id of the verifier key is wrong");
            return new Key(parts[0], id, Arrays.copyOfRange(typed, 1, typed.length));
        }

        boolean verifies(String text, byte[] signature) {
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(publicKey());
                ed25519.update(text.getBytes(StandardCharsets.UTF_8));
                return ed25519.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        /** RFC 8032, section 5.1.2: the y coordinate little-endian, the sign of x in its highest bit. */
        private PublicKey publicKey() throws GeneralSecurityException {
            byte[] bigEndian = new byte[KEY_LENGTH];
            for (int i = 0; i < KEY_LENGTH; i++) {
                bigEndian[i] = point[KEY_LENGTH - 1 - i];
            }
            boolean odd = (bigEndian[0] & 0x80) != 0;
            bigEndian[0] &= 0x7f;
            EdECPoint xy = new EdECPoint(odd, new BigInteger(1, bigEndian));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, xy));
        }
    }
}
