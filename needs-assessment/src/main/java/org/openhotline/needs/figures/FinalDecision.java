// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.Optional;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;

/** What became of an item on the analysts' desk, and when that became final. */
public record FinalDecision(Outcome outcome, Instant at) {

    /** Verdicts are about pages, the last two about what is no page. */
    public enum Outcome {
        ILLEGAL,
        NOT_ILLEGAL,
        NOT_ACCESSIBLE,
        /** To the police as intelligence, to a platform or to a helpline. */
        PASSED_ON,
        TOO_LITTLE
    }

    static FinalDecision of(Verdict verdict, Instant at) {
        Outcome outcome = switch (verdict) {
            case ILLEGAL -> Outcome.ILLEGAL;
            case NOT_ILLEGAL -> Outcome.NOT_ILLEGAL;
            case NOT_ACCESSIBLE -> Outcome.NOT_ACCESSIBLE;
        };
        return new FinalDecision(outcome, at);
    }

    /** Empty where nobody deals with it yet. */
    static Optional<FinalDecision> of(TriageRoute route, Instant at) {
        return switch (route) {
            case POLICE, PLATFORM, HELPLINE -> Optional.of(new FinalDecision(Outcome.PASSED_ON, at));
            case INSUFFICIENT -> Optional.of(new FinalDecision(Outcome.TOO_LITTLE, at));
            case ASK_REPORTER -> Optional.empty();
        };
    }
}
