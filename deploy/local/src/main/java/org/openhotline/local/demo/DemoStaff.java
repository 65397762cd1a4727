// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import org.openhotline.contracts.item.Verdict;

/**
 * The demo staff works on the reports of the {@link DemoDay}, so that every page has something true to show: decided,
 * held, sent, answered and left waiting. On a day that has been played before it finds its work done.
 */
public final class DemoStaff {
    private static final long SEED = 20_260_102;

    private final Desks desks;
    private final CaughtNotices mailbox;

    private DemoStaff(Desks desks, CaughtNotices mailbox) {
        this.desks = desks;
        this.mailbox = mailbox;
    }

    /**
     * @param mailbox origin of the pages that show caught mail
     * @throws UncheckedIOException where something does not answer
     * @throws IllegalStateException where a page is not as expected
     */
    public static void play(String staffOrigin, String mailbox) throws InterruptedException {
        try {
            new DemoStaff(new Desks(staffOrigin), new CaughtNotices(mailbox)).day();
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private void day() throws IOException, InterruptedException {
        System.out.println("The demo staff goes to work ...");
        Map<Verdict, Integer> decided = new DemoAnalysts(desks, new Random(SEED)).work();
        int illegal = decided.getOrDefault(Verdict.ILLEGAL, 0);
        System.out.printf(
                "  analysts: %d illegal, %d not illegal, %d not accessible; one is in the middle of an item%n",
                illegal, decided.getOrDefault(Verdict.NOT_ILLEGAL, 0), decided.getOrDefault(Verdict.NOT_ACCESSIBLE, 0));

        var police = new DemoPolice(desks);
        Map<DemoPolice.Act, Integer> referrals = police.work(illegal);
        System.out.printf(
                "  police desk: %d notices released, %d on hold, %d referrals only taken over, %d wait%n",
                referrals.getOrDefault(DemoPolice.Act.RELEASED, 0),
                referrals.getOrDefault(DemoPolice.Act.ON_HOLD, 0),
                referrals.getOrDefault(DemoPolice.Act.ONLY_TAKEN_OVER, 0),
                police.waiting());

        var takedown = new DemoTakedown(desks, mailbox);
        takedown.work();
        System.out.printf("  takedown: %d items need a hand%n", takedown.needingAHand());

        desks.lookIntoLog(Person.demo("auditor"));
        desks.figures(Person.demo("assessor"));
        System.out.printf(
                "Demo staff: %d decided, %d notices sent, %d removed.%n",
                decided.values().stream().mapToInt(Integer::intValue).sum(),
                mailbox.answerLinks().size(),
                takedown.removed());
    }
}
