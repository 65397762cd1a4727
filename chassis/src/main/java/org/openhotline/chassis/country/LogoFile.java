// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhotline.chassis.country.RecordReader.Value;

/** The logo lies beside the profile, so that a country's face is one folder and nothing is fetched from elsewhere. */
final class LogoFile {
    static final String ALLOWED = "the name of an SVG or PNG file beside this profile, such as logo.svg";

    /** In bytes; every page of the form with all that it needs must stay below 20 kB. */
    private static final long LARGEST = 8_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(svg|png)");
    private static final String KEY = "public-form.logo";

    private LogoFile() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static void check(Map<String, Value> values, @Nullable Path folder, Complaints complaints) {
        Value value = values.get(KEY);
        if (value == null || folder == null || !(value.value() instanceof Optional<?> given)) {
            return;
        }
        String name = given.map(Object::toString).orElseThrow();
        try {
            if (Files.size(folder.resolve(name)) > LARGEST) {
                complaints.add(value.line(), KEY, "the file is too large; allowed: at most " + LARGEST + " bytes");
            }
        } catch (IOException e) {
            complaints.add(value.line(), KEY, "“" + name + "” is not there; allowed: " + ALLOWED);
        }
    }
}
