// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.util.List;
import org.openhotline.audit.merkle.Hash;

/** What a log says of itself at one size: its name, how many entries, and the root over them. */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin of one line and a size");
        }
    }

    /**
     * Reads a checkpoint's text; extension lines are allowed and ignored.
     *
     * @throws IllegalArgumentException unless in the form of one
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty) || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a checkpoint has three lines that are not empty");
        }
        long size = Long.parseLong(lines.get(1));
        if (!Long.toString(size).equals(lines.get(1))) {
            throw new IllegalArgumentException("a size is a plain decimal");
        }
        return new Checkpoint(lines.get(0), size, Hash.ofBase64(lines.get(2)));
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
