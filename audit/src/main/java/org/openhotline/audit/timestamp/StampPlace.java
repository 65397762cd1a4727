// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.outside.OutsidePlace;
import org.openhotline.audit.tiles.DurableFiles;

/**
 * A time-stamping authority, which is a place outside that gives a receipt: {@code timestamps/<size>.tsr}, for the bytes
 * of {@code timestamps/<size>.checkpoint}. A stamp on the newest checkpoint holds for every entry below it.
 *
 * @param folder of the log
 */
public record StampPlace(TimestampAuthority authority, Path folder) implements OutsidePlace {
    @Override
    public String name() {
        return "timestamps";
    }

    @Override
    public void keep(Log.Head head) throws IOException {
        byte[] note = head.note().whole().getBytes(StandardCharsets.UTF_8);
        byte[] stamp = authority.stamp(note);
        DurableFiles files = new DurableFiles();
        files.replace(file(head, "checkpoint"), note);
        files.replace(file(head, "tsr"), stamp);
        files.sync();
    }

    private Path file(Log.Head head, String ending) {
        return folder.resolve("timestamps").resolve(head.size() + "." + ending);
    }
}
