// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** RFC 6962, section 2.1, written a second time. */
final class TreeMath {
    private TreeMath() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** The root over {@code hashes}: two neighbours of equal height are joined at once, the rest from the right. */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return sha256();
        }
        Deque<byte[]> stack = new ArrayDeque<>();
        long count = 0;
        for (byte[] hash : hashes) {
            stack.push(hash);
            count++;
            for (long joined = count; joined % 2 == 0; joined /= 2) {
                join(stack);
            }
        }
        while (stack.size() > 1) {
            join(stack);
        }
        return stack.pop();
    }

    /** The roots over each full group of 256. */
    static List<byte[]> levelAbove(List<byte[]> hashes) {
        List<byte[]> above = new ArrayList<>();
        for (int start = 0; start + 256 <= hashes.size(); start += 256) {
            above.add(root(hashes.subList(start, start + 256)));
        }
        return above;
    }

    /** The root that {@code proof} leads to, by recursion from the top: the last hash of the proof is a child of it. */
    static byte[] rootFrom(long index, long size, byte[] leaf, List<byte[]> proof) throws Broken {
        if (size == 1) {
            Broken.unless(proof.isEmpty(), "the proof is too long");
            return leaf;
        }
        Broken.unless(!proof.isEmpty(), "the proof is too short");
        long left = 1;
        while (left * 2 < size) {
            left *= 2;
        }
        List<byte[]> below = proof.subList(0, proof.size() - 1);
        return index < left
                ? node(rootFrom(index, left, leaf, below), proof.getLast())
                : node(proof.getLast(), rootFrom(index - left, size - left, leaf, below));
    }

    private static void join(Deque<byte[]> stack) {
        byte[] right = stack.pop();
        byte[] left = stack.pop();
        stack.push(node(left, right));
    }
}
