// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openhotline.local.demo.Person.Page;

/** The liaison officer: takes over what has waited longest, lets most notices go, asks to wait with some. */
final class DemoPolice {
    private static final Duration REFERRED_WITHIN = Duration.ofSeconds(20);

    enum Act {
        RELEASED,
        ON_HOLD,
        ONLY_TAKEN_OVER
    }

    private record Step(Act act, String reason, int hours) {
        static Step release(String reason) {
            return new Step(Act.RELEASED, reason, 0);
        }

        static Step hold(String reason, int hours) {
            return new Step(Act.ON_HOLD, reason, hours);
        }

        static Step takeOver() {
            return new Step(Act.ONLY_TAKEN_OVER, "", 0);
        }
    }

    /** One referral after the other; what comes after these is left to wait. */
    private static final List<Step> DAY = List.of(
            Step.release("no-objection"),
            Step.release("no-objection"),
            Step.hold("evidence-being-secured", 48),
            Step.release("evidence-secured"),
            Step.release("no-objection"),
            Step.takeOver(),
            Step.release("not-for-us"),
            Step.release("no-objection"),
            Step.release("evidence-secured"),
            Step.hold("possible-new-victim", 72),
            Step.release("no-objection"),
            Step.release("no-objection"),
            Step.takeOver(),
            Step.release("no-objection"),
            Step.release("evidence-secured"),
            Step.release("no-objection"),
            Step.takeOver(),
            Step.release("no-objection"));

    private final Desks desks;
    private final Person liaison = Person.demo("liaison");

    DemoPolice(Desks desks) {
        this.desks = desks;
    }

    /** @param illegal how many referrals are on their way to the desk; not all countries refer */
    Map<Act, Integer> work(int illegal) throws IOException, InterruptedException {
        int before = desks.referrals(liaison, "taken").size();
        Patience.until(REFERRED_WITHIN, () -> waiting() >= illegal);
        var done = new EnumMap<Act, Integer>(Act.class);
        var waiting = desks.referrals(liaison, "waiting").iterator();
        for (var step : DAY.subList(Math.min(before, DAY.size()), DAY.size())) {
            if (waiting.hasNext()) {
                done.merge(take(waiting.next(), step), 1, Integer::sum);
            }
        }
        return done;
    }

    int waiting() throws IOException, InterruptedException {
        return desks.referrals(liaison, "waiting").size();
    }

    private Act take(String referral, Step step) throws IOException, InterruptedException {
        Page page = desks.takeOver(liaison, referral);
        if (step.act() == Act.RELEASED && page.has("Release the notice")) {
            desks.release(liaison, page, step.reason());
            return Act.RELEASED;
        }
        if (step.act() == Act.ON_HOLD && page.has("Hold the notice")) {
            desks.hold(liaison, page, step.reason(), step.hours());
            return Act.ON_HOLD;
        }
        return Act.ONLY_TAKEN_OVER;
    }
}
