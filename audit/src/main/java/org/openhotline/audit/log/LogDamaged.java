// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

/** What is on disk is not what was signed. Nothing is appended any more until a person has looked. */
public final class LogDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public LogDamaged(String what) {
        super(what);
        this.what = what;
    }

    /** What was found, for a person; holds no content of entries. */
    public String what() {
        return what;
    }
}
