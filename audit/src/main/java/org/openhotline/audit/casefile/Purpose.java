// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a case file is taken for. A choice and no free text: what somebody types could name a person, and it is logged. */
public enum Purpose {
    COURT("court", "A court asked for it"),
    INVESTIGATION("investigation", "Police or a prosecutor asked for it"),
    OVERSIGHT("oversight", "An authority that oversees the hotline asked for it"),
    COMPLAINT("complaint", "Somebody complained, or was notified by mistake"),
    REVIEW("review", "The hotline reviews its own work");

    private final String code;
    private final String words;

    Purpose(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** For an error. */
    public static String codes() {
        return "one of " + Arrays.stream(values()).map(Purpose::code).collect(Collectors.joining(", "));
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
