// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.Optional;

/**
 * A host name for the eyes. A name in A-labels ({@code xn--...}) is always shown as that; its letters only beside it, and
 * only where no reader can take them for another name: each label in one script and not confusable with an ASCII one
 * (Unicode Technical Standard 39).
 *
 * @param ascii A-labels or an address literal, exactly
 * @param letters the same in U-labels, where that is safe and says more
 */
public record SafeHost(String ascii, Optional<String> letters) {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL
                    | SpoofChecker.INVISIBLE
                    | SpoofChecker.MIXED_NUMBERS
                    | SpoofChecker.HIDDEN_OVERLAY)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    public static SafeHost of(String host) {
        if (!host.startsWith("xn--") && !host.contains(".xn--")) {
            return new SafeHost(host, Optional.empty());
        }
        IDNA.Info info = new IDNA.Info();
        String letters = UTS46.nameToUnicode(host, new StringBuilder(), info).toString();
        boolean safe = !info.hasErrors() && Arrays.stream(letters.split("\\.")).allMatch(SafeHost::isSafe);
        return new SafeHost(host, safe ? Optional.of(letters) : Optional.empty());
    }

    private static boolean isSafe(String label) {
        return Ascii.isAscii(label) || (!CHECKER.failsChecks(label) && !Ascii.isAscii(CHECKER.getSkeleton(label)));
    }

    /** {@code xn--bcher-kva.example (bücher.example)} */
    public String text() {
        return letters.map(u -> ascii + " (" + u + ")").orElse(ascii);
    }

    @Override
    public String toString() {
        return "SafeHost[not shown]";
    }
}
