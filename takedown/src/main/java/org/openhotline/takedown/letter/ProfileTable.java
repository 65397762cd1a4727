// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A table beside the code, one file for each classification profile. A profile without a file has an empty table. */
public final class ProfileTable {
    private ProfileTable() {}

    /** @param folder on the class path; @param profile id of the country's classification profile */
    public static Map<String, String> read(String folder, String profile) {
        String file = folder + "/" + profile + ".properties";
        try (InputStream in = ProfileTable.class.getClassLoader().getResourceAsStream(file)) {
            Properties table = new Properties();
            if (in != null) {
                table.load(in);
            }
            return table.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, table::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
