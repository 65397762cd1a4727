// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.openhotline.local.demo.Person.Page;

/** What the staff does at its desks, page by page. */
public final class Desks {
    private static final String OFFICER_DESK = "/takedown/";
    private static final String POLICE_DESK = "/takedown/police/";
    private final String staffOrigin;

    public Desks(String staffOrigin) {
        this.staffOrigin = staffOrigin;
    }

    /** The item that the analyst holds, else the most urgent one, claimed; empty where none waits. */
    Optional<Page> takeNext(Person analyst) throws IOException, InterruptedException {
        Page queue = queue(analyst);
        if (holdsOne(queue)) {
            return Optional.of(analyst.open(link(queue, "a.button:contains(Go on with it)")));
        }
        return queue.has("Take the next item")
                ? Optional.of(analyst.submit(queue.form("Take the next item"), Map.of()))
                : Optional.empty();
    }

    /**
     * Takes the next item, looks at its address and decides.
     *
     * @param decision from the page with the address to one of its choices
     * @return the choice, or empty where nothing waits or another was faster
     */
    Optional<String> decideNext(Person analyst, Function<Page, String> decision)
            throws IOException, InterruptedException {
        Optional<Page> taken = takeNext(analyst);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Page item = taken.get();
        Page revealed =
                item.has("Reveal the address") ? analyst.submit(item.form("Reveal the address"), Map.of()) : item;
        if (!revealed.has("Store the decision")) {
            return Optional.empty();
        }
        String choice = decision.apply(revealed);
        Page decided = analyst.submit(revealed.form("Store the decision"), Map.of("choice", choice));
        boolean stored = decided.status() == 200 && !decided.has("Store the decision");
        return stored ? Optional.of(choice) : Optional.empty();
    }

    /** Takes the next item, looks at its address and finds it illegal. @return whether there was one */
    public boolean findNextIllegal(Person analyst) throws IOException, InterruptedException {
        return decideNext(analyst, page -> choices(page, "ILLEGAL").getFirst()).isPresent();
    }

    Page queue(Person analyst) throws IOException, InterruptedException {
        return analyst.open(staffOrigin + "/assessment/");
    }

    boolean holdsOne(Page queue) {
        return queue.document().selectFirst("a.button:contains(Go on with it)") != null;
    }

    /** How many decisions of this analyst the own list shows. */
    int decisions(Person analyst) throws IOException, InterruptedException {
        return analyst.open(staffOrigin + "/assessment/decisions")
                .document()
                .select("main table tbody tr")
                .size();
    }

    /** The choices of one verdict that a revealed item offers. */
    static List<String> choices(Page revealed, String verdict) {
        return revealed.document()
                .select("input[name=choice][value^=" + verdict + "]")
                .eachAttr("value");
    }

    /** Looks at the first waiting referral's package, takes it over and releases its notice. @return whether there was one */
    public boolean releaseNext(Person liaison) throws IOException, InterruptedException {
        List<String> waiting = referrals(liaison, "waiting");
        if (waiting.isEmpty()) {
            return false;
        }
        Page taken = takeOver(liaison, waiting.getFirst());
        if (taken.has("Release the notice")) {
            String reason = taken.document()
                    .select("input[name=release]")
                    .eachAttr("value")
                    .getFirst();
            release(liaison, taken, reason);
        }
        return true;
    }

    /** @param section {@code waiting} or {@code taken} */
    List<String> referrals(Person liaison, String section) throws IOException, InterruptedException {
        return rows(liaison.open(staffOrigin + POLICE_DESK), section);
    }

    Page takeOver(Person liaison, String referral) throws IOException, InterruptedException {
        Page page = liaison.open(referral);
        liaison.submit(page.form("Show the package"), Map.of());
        return liaison.submit(page.form("Take over"), Map.of());
    }

    void release(Person liaison, Page referral, String reason) throws IOException, InterruptedException {
        liaison.submit(referral.form("Release the notice"), Map.of("release", reason));
    }

    void hold(Person liaison, Page referral, String reason, int hours) throws IOException, InterruptedException {
        liaison.submit(referral.form("Hold the notice"), Map.of("reason", reason, "wait", String.valueOf(hours)));
    }

    Page officerDesk(Person officer) throws IOException, InterruptedException {
        return officer.open(staffOrigin + OFFICER_DESK);
    }

    /** The first item with this tag in a section of the officer's desk. */
    static Optional<String> tagged(Page desk, String section, String tag) {
        return desk
                .document()
                .select("section[aria-labelledby=%s] tbody tr:has(.tag:contains(%s)) a".formatted(section, tag))
                .stream()
                .map(a -> a.absUrl("href"))
                .findFirst();
    }

    static List<String> rows(Page desk, String section) {
        return desk.document().select("section[aria-labelledby=" + section + "] tbody a").stream()
                .map(a -> a.absUrl("href"))
                .toList();
    }

    /** A number on one of the cards at the top of a page. */
    static int card(Page page, String label) {
        return page.document().select(".cards li:contains(" + label + ") b").stream()
                .mapToInt(number -> Integer.parseInt(number.text().replace(",", "")))
                .findFirst()
                .orElse(0);
    }

    Page enterContact(Person officer, String item, String contact) throws IOException, InterruptedException {
        Page page = officer.open(item);
        officer.submit(page.form("Show the address"), Map.of());
        return officer.submit(page.form("Send a notice to this contact"), Map.of("contact", contact));
    }

    /** Opens the log and the proof of its newest entry. */
    Page lookIntoLog(Person auditor) throws IOException, InterruptedException {
        Page log = auditor.open(staffOrigin + "/audit/");
        return auditor.open(link(log, "main table a:contains(and its proof)"));
    }

    Page figures(Person assessor) throws IOException, InterruptedException {
        return assessor.open(staffOrigin + "/needs-assessment/");
    }

    /** Follows a notice's link and says that the content is gone. */
    public Page answerRemoved(Person host, String link) throws IOException, InterruptedException {
        return answer(host, link, "REMOVED").orElseThrow(() -> new IllegalStateException("a link that was used up"));
    }

    /** Follows a notice's link and answers; empty where the link does not work any more. */
    Optional<Page> answer(Person host, String link, String answer) throws IOException, InterruptedException {
        Page page = host.open(link);
        return page.has("Send the answer")
                ? Optional.of(host.submit(page.form("Send the answer"), Map.of("answer", answer)))
                : Optional.empty();
    }

    private static String link(Page page, String selector) {
        Element link = page.document().selectFirst(selector);
        if (link == null) {
            throw new IllegalStateException("no link " + selector + " on: " + page.text());
        }
        return link.absUrl("href");
    }
}
