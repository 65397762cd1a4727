// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.body.Bodies;
import org.openhotline.audit.body.BodyReader;
import org.openhotline.audit.entry.About;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.merkle.Hash;

/** Files entries in the index: new ones as they are appended, and those of the log that it does not have yet. */
public final class FileEntries {
    private static final int AT_ONCE = 4096;

    private final EntryIndex index;
    private final ReadEvent events;

    public FileEntries(EntryIndex index, ReadEvent events) {
        this.index = index;
        this.events = events;
    }

    void file(List<Entry> entries, Hash root) {
        index.add(entries.stream().map(this::filed).toList(), root);
    }

    /** Brings the index to where the log is; from the beginning where it is the index of another log. */
    public void catchUp(Log log, Bodies bodies) throws IOException {
        Optional<Log.Head> head = log.head();
        if (head.isEmpty()) {
            return;
        }
        EntryIndex.State state = index.state();
        if (state.size() > head.get().size()
                || !log.root(state.size(), head.get()).equals(state.root())) {
            index.clear();
        }
        for (long from = index.state().size();
                from < head.get().size();
                from = index.state().size()) {
            long to = Math.min(head.get().size(), from + AT_ONCE);
            file(read(log, bodies, from, to, head.get()), log.root(to, head.get()));
        }
    }

    private static List<Entry> read(Log log, Bodies bodies, long from, long to, Log.Head head) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (BodyReader reader = bodies.reader()) {
            for (byte[] leaf : log.entries(from, to, head)) {
                long at = from + entries.size();
                entries.add(new Entry(at, Leaf.parse(leaf), reader.read(at)));
            }
        }
        return entries;
    }

    private EntryIndex.Filed filed(Entry entry) {
        Optional<String> service = entry.body().map(Entry.Body::service);
        About about = About.of(entry.leaf(), service, events.of(entry));
        return new EntryIndex.Filed(entry.index(), entry.leaf(), about);
    }
}
