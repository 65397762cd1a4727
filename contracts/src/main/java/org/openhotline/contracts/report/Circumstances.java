// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.report;

import java.util.Optional;

/**
 * What decides how soon a report is looked at, and by whom.
 *
 * @param theme what the reporter thinks it is
 * @param childInDanger whether a child is in danger now
 * @param selfReport whether the reporter is the child shown, or a child
 */
public record Circumstances(Source source, Optional<Theme> theme, boolean childInDanger, boolean selfReport) {
    /** A report from somebody of whom nothing is known. */
    public static final Circumstances PUBLIC = of(Source.PUBLIC);

    public static Circumstances of(Source source) {
        return new Circumstances(source, Optional.empty(), false, false);
    }
}
