// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one tile: {@code tile/<L>/<N>[.p/<W>]} for hashes, {@code tile/entries/<N>[.p/<W>]} for entries.
 *
 * @param kind the level as a decimal, 0 to 63, or {@code entries}
 * @param index position among the tiles of its kind
 * @param width how many of its 256 places are filled; 256 is a full tile
 */
public record TilePath(String kind, long index, int width) {
    public static final int FULL = 256;

    private static final String ENTRIES = "entries";
    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/" + "((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile: " + kind + "/" + index + " of width " + width);
        }
    }

    public static TilePath hashes(int level, long index, int width) {
        return new TilePath(Integer.toString(level), index, width);
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** The tile of this name, if it is the one correct spelling of one. */
    public static Optional<TilePath> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (width > FULL) {
            return Optional.empty();
        }
        TilePath path = new TilePath(parts.group(1), index, width);
        return path.text().equals(text) ? Optional.of(path) : Optional.empty();
    }

    public boolean isFull() {
        return width == FULL;
    }

    public boolean holdsEntries() {
        return kind.equals(ENTRIES);
    }

    public TilePath full() {
        return new TilePath(kind, index, FULL);
    }

    /** Relative to the prefix of the log, for example {@code tile/0/x001/234/067.p/8}. */
    public String text() {
        return stem() + (isFull() ? "" : ".p/" + width);
    }

    /** The folder of the partial tiles of this place. */
    String partialsText() {
        return stem() + ".p";
    }

    private String stem() {
        StringBuilder groups = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + kind + "/" + groups;
    }
}
