// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.local.demo.Person.Page;

/** Two analysts who take turns until each has had a day's work; one of them is then in the middle of one more item. */
final class DemoAnalysts {
    private static final int EACH = 20;
    private static final Duration TRACED_WITHIN = Duration.ofSeconds(20);
    private static final String GONE = "The name does not exist any more";

    /** As often as each comes in a day's work; what a country's profile does not offer becomes the next best. */
    private static final List<Share> SHARES = List.of(
            new Share(5, "ILLEGAL:baseline"),
            new Share(7, "ILLEGAL:national"),
            new Share(5, "ILLEGAL:self-generated"),
            new Share(3, "ILLEGAL:synthetic"),
            new Share(3, "ILLEGAL:advertising"),
            new Share(1, "ILLEGAL:live"),
            new Share(5, "NOT_ILLEGAL:adult-content"),
            new Share(2, "NOT_ILLEGAL:not-sexualised"),
            new Share(1, "NOT_ILLEGAL:age-not-assessable"),
            new Share(1, "NOT_ILLEGAL:other-matter"),
            new Share(2, "NOT_ILLEGAL:nothing-found"),
            new Share(3, "NOT_ACCESSIBLE:not-found"),
            new Share(1, "NOT_ACCESSIBLE:password-protected"),
            new Share(1, "NOT_ACCESSIBLE:link-expired"));

    private record Share(int times, String choice) {}

    private final Desks desks;
    private final List<Person> analysts = List.of(Person.demo("analyst"), Person.demo("analyst2"));
    private final Iterator<String> decisions;
    private final Map<Verdict, Integer> decided = new EnumMap<>(Verdict.class);

    DemoAnalysts(Desks desks, Random random) {
        this.desks = desks;
        this.decisions = shuffled(random).iterator();
    }

    private static List<String> shuffled(Random random) {
        var all = new ArrayList<String>();
        SHARES.forEach(share -> all.addAll(Collections.nCopies(share.times(), share.choice())));
        Collections.shuffle(all, random);
        return all;
    }

    /** What was decided; nothing on a day that has been played before. */
    Map<Verdict, Integer> work() throws IOException, InterruptedException {
        int[] open = new int[analysts.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = EACH - desks.decisions(analysts.get(i));
        }
        var first = analysts.getFirst();
        Patience.until(TRACED_WITHIN, () -> Desks.card(desks.queue(first), "being traced") == 0);
        for (int turn = 0; turn < EACH; turn++) {
            for (int i = 0; i < open.length; i++) {
                if (turn < open[i]) {
                    desks.decideNext(analysts.get(i), this::decide).ifPresent(this::count);
                }
            }
        }
        leaveOneInTheMiddle(analysts.getLast());
        return decided;
    }

    private void leaveOneInTheMiddle(Person analyst) throws IOException, InterruptedException {
        desks.takeNext(analyst);
    }

    private String decide(Page revealed) {
        String wanted =
                revealed.text().contains(GONE) || !decisions.hasNext() ? "NOT_ACCESSIBLE:not-found" : decisions.next();
        String verdict = wanted.substring(0, wanted.indexOf(':'));
        List<String> offered = Desks.choices(revealed, verdict);
        return offered.contains(wanted) ? wanted : offered.getFirst();
    }

    private void count(String choice) {
        var verdict = Verdict.valueOf(choice.substring(0, choice.indexOf(':')));
        decided.merge(verdict, 1, Integer::sum);
    }
}
