// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command. Exit code 0: all is well; 1: something is broken; 2: called wrongly or a file cannot be read. */
public final class Verify {
    private static final String USAGE = """
            Checks the audit log without trusting the system that keeps it. KEY is the verifier key, as text.

              log FOLDER KEY [OLDER-CHECKPOINT]    a whole log: checkpoint, tiles and entries; that it grew from an older checkpoint
              proof PROOF ENTRY KEY                a .tlog-proof file and the entry that it is for
              commitment ENTRY EVENT EVENT-KEY     that an entry was written for this event (its JSON, byte for byte)
            """;

    private Verify() {}

    public static void main(String[] arguments) {
        int code;
        try {
            System.out.println(run(List.of(arguments)));
            code = 0;
        } catch (Broken e) {
            System.err.println("BROKEN: " + e.getMessage());
            code = 1;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e instanceof IOException ? "cannot read " + e.getMessage() : e.getMessage());
            code = 2;
        }
        System.exit(code);
    }

    /** Returns what was found to be in order. */
    public static String run(List<String> arguments) throws Broken, IOException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        int count = arguments.size();
        if (command.equals("log") && (count == 3 || count == 4)) {
            return log(arguments);
        }
        if (command.equals("proof") && count == 4) {
            long index = ProofCheck.check(read(arguments.get(1)), read(arguments.get(2)), arguments.get(3));
            return "OK: the entry is in the log, at index " + index;
        }
        if (command.equals("commitment") && count == 4) {
            EntryCheck.checkCommitment(read(arguments.get(1)), read(arguments.get(2)), arguments.get(3));
            return "OK: the entry was written for this event";
        }
        throw new IllegalArgumentException(USAGE);
    }

    private static String log(List<String> arguments) throws Broken, IOException {
        List<byte[]> entries = LogCheck.check(Path.of(arguments.get(1)), arguments.get(2));
        if (arguments.size() == 4) {
            LogCheck.checkOlder(read(arguments.get(3)), arguments.get(2), entries);
        }
        StringBuilder found = new StringBuilder("OK: " + entries.size() + " entries, each event once");
        EntryCheck.check(entries).forEach(hole -> found.append("\nlook at ").append(hole));
        return found.toString();
    }

    private static byte[] read(String file) throws IOException {
        return Files.readAllBytes(Path.of(file));
    }
}
