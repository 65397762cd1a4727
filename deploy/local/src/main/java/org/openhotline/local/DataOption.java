// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Path;

/** The data folder among the arguments of the small commands. */
final class DataOption {
    private DataOption() {}

    /** @param args the root of the checkout, then options */
    static Path of(String... args) {
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--data")) {
                if (i + 1 == args.length) {
                    throw new Refusal("The option --data needs a folder.");
                }
                return Path.of(args[i + 1]).toAbsolutePath().normalize();
            }
        }
        return Path.of(args[0]).resolve(".openhotline");
    }
}
