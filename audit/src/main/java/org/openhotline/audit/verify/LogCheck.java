// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks a whole log in a folder: derives everything from the entries alone, then compares every file that is there and
 * misses every file that is not.
 */
final class LogCheck {
    private static final int WIDTH = 256;
    private static final Pattern NAME =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    private final Path folder;
    private final SignedHead head;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<List<byte[]>> levels = new ArrayList<>();

    private LogCheck(Path folder, SignedHead head) {
        this.folder = folder;
        this.head = head;
    }

    /** Checks everything below {@code folder} and returns the entries, in order. */
    static List<byte[]> check(Path folder, String verifierKey) throws IOException, Broken {
        SignedHead head = SignedHead.check(Files.readAllBytes(folder.resolve("checkpoint")), verifierKey);
        LogCheck check = new LogCheck(folder, head);
        check.readEntries();
        check.hashEntries();
        check.requireAllTiles();
        check.compareAllFiles();
        return check.entries;
    }

    /** That an older checkpoint of this log is a prefix of {@code entries}. */
    static void checkOlder(byte[] olderCheckpoint, String verifierKey, List<byte[]> entries) throws Broken {
        SignedHead older = SignedHead.check(olderCheckpoint, verifierKey);
        Broken.unless(older.size() <= entries.size(), "the log is shorter than the older checkpoint");
        List<byte[]> hashes = entries.subList(0, Math.toIntExact(older.size())).stream()
                .map(TreeMath::leaf)
                .toList();
        Broken.unless(Arrays.equals(TreeMath.root(hashes), older.root()), "the log's past has been changed");
    }

    private void readEntries() throws IOException, Broken {
        for (long start = 0; start < head.size(); start += WIDTH) {
            int width = (int) Math.min(WIDTH, head.size() - start);
            String name = name("entries", start / WIDTH, width);
            Path file = folder.resolve(name);
            Broken.unless(Files.isRegularFile(file), name + " is missing");
            List<byte[]> bundle = split(name, Files.readAllBytes(file));
            Broken.unless(bundle.size() == width, name + " holds " + bundle.size() + " entries");
            entries.addAll(bundle);
        }
    }

    private void hashEntries() throws Broken {
        List<byte[]> hashes = entries.stream().map(TreeMath::leaf).toList();
        Broken.unless(Arrays.equals(TreeMath.root(hashes), head.root()), "the entries do not lead to the signed root");
        for (List<byte[]> level = hashes; !level.isEmpty(); level = TreeMath.levelAbove(level)) {
            levels.add(level);
        }
    }

    private void requireAllTiles() throws Broken {
        for (int level = 0; level < levels.size(); level++) {
            int nodes = levels.get(level).size();
            for (int start = 0; start < nodes; start += WIDTH) {
                String name = name(Integer.toString(level), start / WIDTH, Math.min(WIDTH, nodes - start));
                Broken.unless(Files.isRegularFile(folder.resolve(name)), name + " is missing");
            }
        }
    }

    /** Old partial tiles are still served, so they must be right too. */
    private void compareAllFiles() throws IOException, Broken {
        Path tiles = folder.resolve("tile");
        if (!Files.exists(tiles)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tiles)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                compare(file);
            }
        }
    }

    private void compare(Path file) throws IOException, Broken {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".tmp")) {
            return;
        }
        Matcher parts = NAME.matcher(name);
        Broken.unless(parts.matches(), name + " does not belong here");
        long start = WIDTH * Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        boolean bundle = parts.group(1).equals("entries");
        int level = bundle ? 0 : Integer.parseInt(parts.group(1));
        if (level >= levels.size() || start + width > levels.get(level).size()) {
            // Left by a crash between tiles and checkpoint: not part of the log.
            return;
        }
        int from = (int) start;
        byte[] found = Files.readAllBytes(file);
        List<byte[]> got = bundle ? split(name, found) : hashes(name, found);
        List<byte[]> expected = (bundle ? entries : levels.get(level)).subList(from, from + width);
        Broken.unless(same(got, expected), name + " is not what the entries say");
    }

    private static boolean same(List<byte[]> left, List<byte[]> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!Arrays.equals(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> hashes(String name, byte[] tile) throws Broken {
        Broken.unless(tile.length % 32 == 0, name + " is cut short");
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < tile.length; at += 32) {
            hashes.add(Arrays.copyOfRange(tile, at, at + 32));
        }
        return hashes;
    }

    private static List<byte[]> split(String name, byte[] bundle) throws Broken {
        List<byte[]> split = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            Broken.unless(at + 2 <= bundle.length, name + " is cut short");
            int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
            at += 2;
            Broken.unless(at + length <= bundle.length, name + " is cut short");
            split.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        return split;
    }

    private static String name(String kind, long index, int width) {
        String digits = String.format(Locale.ROOT, "%03d", index);
        int padding = (3 - digits.length() % 3) % 3;
        String padded = "0".repeat(padding) + digits;
        StringBuilder groups = new StringBuilder(padded.substring(padded.length() - 3));
        for (int end = padded.length() - 3; end > 0; end -= 3) {
            groups.insert(0, "x" + padded.substring(end - 3, end) + "/");
        }
        return "tile/" + kind + "/" + groups + (width == WIDTH ? "" : ".p/" + width);
    }
}
