// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one {@code .tlog-proof} against one entry. */
final class ProofCheck {
    private static final Pattern PROOF = Pattern.compile(
            "c2sp\\.org/tlog-proof@v1\n(?:extra [A-Za-z0-9+/]+=*\n)?"
                    + "index (?<index>0|[1-9][0-9]{0,17})\n(?<hashes>(?:[A-Za-z0-9+/]{43}=\n)*)\n(?<checkpoint>.*)",
            Pattern.DOTALL);

    private ProofCheck() {}

    /** Returns the index that the entry has in the log. */
    static long check(byte[] proof, byte[] entry, String verifierKey) throws Broken {
        Matcher parts = PROOF.matcher(new String(proof, StandardCharsets.UTF_8));
        Broken.unless(parts.matches(), "the proof does not have the form of one");
        SignedHead head = SignedHead.check(parts.group("checkpoint").getBytes(StandardCharsets.UTF_8), verifierKey);
        List<byte[]> hashes = new ArrayList<>();
        for (String line : parts.group("hashes").lines().toList()) {
            hashes.add(SignedHead.decodeExactly(line));
        }
        long index = Long.parseLong(parts.group("index"));
        Broken.unless(index < head.size(), "the proof is about an entry that the log did not have yet");
        byte[] root = TreeMath.rootFrom(index, head.size(), TreeMath.leaf(entry), hashes);
        Broken.unless(Arrays.equals(root, head.root()), "the proof does not lead from this entry to the signed root");
        return index;
    }
}
