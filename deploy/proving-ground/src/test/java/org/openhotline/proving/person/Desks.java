// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.person;

import java.io.IOException;
import java.util.Map;
import org.openhotline.proving.person.Person.Page;

/** What the staff do at their desks, page by page, for tests that are about something else. */
public final class Desks {
    private final String staffOrigin;

    public Desks(String staffOrigin) {
        this.staffOrigin = staffOrigin;
    }

    /** Takes the next item, looks at its address and finds it illegal. @return whether there was one */
    public boolean findNextIllegal(Person analyst) throws IOException, InterruptedException {
        Page queue = analyst.open(staffOrigin + "/assessment/");
        Page item;
        if (queue.has("Take the next item")) {
            item = analyst.submit(queue.form("Take the next item"), Map.of());
        } else if (queue.document().selectFirst("a.button:contains(Go on with it)")
                instanceof org.jsoup.nodes.Element link) {
            item = analyst.open(link.absUrl("href"));
        } else {
            return false;
        }
        Page revealed =
                item.has("Reveal the address") ? analyst.submit(item.form("Reveal the address"), Map.of()) : item;
        if (!revealed.has("Store the decision")) {
            return false;
        }
        String choice = revealed.document()
                .select("input[name=choice][value^=ILLEGAL]")
                .first()
                .attr("value");
        Page decided = analyst.submit(revealed.form("Store the decision"), Map.of("choice", choice));
        return decided.status() == 200 && !decided.has("Store the decision");
    }

    /** Looks at the first waiting referral's package, takes it over and releases its notice. @return whether there was one */
    public boolean releaseNext(Person liaison) throws IOException, InterruptedException {
        Page desk = liaison.open(staffOrigin + "/takedown/police/");
        var link = desk.document().selectFirst("section[aria-labelledby=waiting] table a");
        if (link == null) {
            return false;
        }
        Page referral = liaison.open(link.absUrl("href"));
        liaison.submit(referral.form("Show the package"), Map.of());
        Page taken = liaison.submit(referral.form("Take over"), Map.of());
        if (taken.has("Release the notice")) {
            String reason =
                    taken.document().select("input[name=release]").first().attr("value");
            liaison.submit(taken.form("Release the notice"), Map.of("release", reason));
        }
        return true;
    }

    /** Follows a notice's link and says that the content is gone. */
    public Page answerRemoved(Person host, String link) throws IOException, InterruptedException {
        Page page = host.open(link);
        return host.submit(page.form("Send the answer"), Map.of("answer", "REMOVED"));
    }
}
