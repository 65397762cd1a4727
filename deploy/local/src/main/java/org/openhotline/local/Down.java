// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhotline.local.State.Mark;

/** {@code ./deploy/down}: asks the launcher to stop, waits for it, and ends what it may have left over. */
public final class Down {
    private static final int LAUNCHER_SECONDS = 60;
    private static final int CHILD_SECONDS = 15;

    private Down() {}

    /** Root of the checkout first, then perhaps {@code --data DIR}. */
    public static void main(String... args) throws InterruptedException {
        try {
            System.exit(down(new DataFolder(DataOption.of(args))) ? 0 : 1);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static boolean down(DataFolder folder) throws InterruptedException {
        var state = State.read(folder);
        if (state.isEmpty() || noneLeft(state.get())) {
            System.out.println("Nothing is running in " + folder.path());
            return true;
        }
        boolean clean = end(state.get().launcher(), LAUNCHER_SECONDS);
        for (var child : state.get().children()) {
            clean &= end(child, CHILD_SECONDS);
        }
        System.out.println(clean ? "Stopped." : "Stopped, some parts by force.");
        return clean;
    }

    private static boolean noneLeft(State state) {
        var all = new ArrayList<>(state.children());
        all.add(state.launcher());
        return all.stream().map(Mark::find).allMatch(Optional::isEmpty);
    }

    private static boolean end(Mark mark, int seconds) throws InterruptedException {
        var process = mark.find();
        if (process.isEmpty()) {
            return true;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(Java.stopSeconds(seconds), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            System.err.printf("%s, process %d, does not end; killing it%n", mark.name(), mark.pid());
            process.get().destroyForcibly();
            return false;
        }
    }
}
