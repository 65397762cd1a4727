// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The takedown officer, who finds contacts where they are missing, and the hosts, who answer or do not. */
final class DemoTakedown {
    private static final Duration SENT_WITHIN = Duration.ofSeconds(20);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final String SILENCE = "";

    /** Of one host after the other; those after these have not read their mail yet. */
    private static final List<String> ANSWERS = List.of(
            "REMOVED",
            "REMOVED",
            "DISPUTED",
            "REMOVED",
            SILENCE,
            "ALREADY_GONE",
            "REMOVED",
            SILENCE,
            "NEED_MORE",
            SILENCE,
            SILENCE,
            "REMOVED");

    private final Desks desks;
    private final CaughtNotices mailbox;
    private final Person officer = Person.demo("officer");

    DemoTakedown(Desks desks, CaughtNotices mailbox) {
        this.desks = desks;
        this.mailbox = mailbox;
    }

    void work() throws IOException, InterruptedException {
        Patience.until(SENT_WITHIN, this::nothingIsGoingOut);
        findContact("no contact", "abuse@landlord.example");
        findContact("not delivered", "postmaster@moved-away.example");
        Patience.until(SENT_WITHIN, this::nothingIsGoingOut);
        int removed = removed() + hostsAnswer(mailbox.answerLinks());
        Patience.until(ANSWERED_WITHIN, () -> removed() >= removed);
    }

    int removed() throws IOException, InterruptedException {
        return Desks.card(desks.officerDesk(officer), "removed");
    }

    int needingAHand() throws IOException, InterruptedException {
        return Desks.card(desks.officerDesk(officer), "need a hand");
    }

    private boolean nothingIsGoingOut() throws IOException, InterruptedException {
        return Desks.tagged(desks.officerDesk(officer), "waiting", "going out").isEmpty();
    }

    private void findContact(String trouble, String contact) throws IOException, InterruptedException {
        var item = Desks.tagged(desks.officerDesk(officer), "needs", trouble);
        if (item.isPresent()) {
            desks.enterContact(officer, item.get(), contact);
        }
    }

    /** @return how many say that the content is gone */
    private int hostsAnswer(Set<String> links) throws IOException, InterruptedException {
        int gone = 0;
        var answers = ANSWERS.iterator();
        for (var link : links) {
            var answer = answers.hasNext() ? answers.next() : SILENCE;
            boolean given = !answer.equals(SILENCE)
                    && desks.answer(Person.anonymous(), link, answer).isPresent();
            gone += given && Set.of("REMOVED", "ALREADY_GONE").contains(answer) ? 1 : 0;
        }
        return gone;
    }
}
