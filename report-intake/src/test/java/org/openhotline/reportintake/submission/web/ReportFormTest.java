// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;

class ReportFormTest {
    @Test
    void a_web_page_is_recognised_by_itself() {
        assertThat(report(LocatorKind.WEB, "https://example.org/1\r\n\r\nhttps://example.org/2", "", "")
                        .addresses())
                .containsExactly(
                        new GivenAddress("https://example.org/1", Optional.empty()),
                        new GivenAddress("https://example.org/2", Optional.empty()));
    }

    @Test
    void an_account_is_named_with_its_app_and_a_link_stands_for_itself() {
        assertThat(report(LocatorKind.APP_ACCOUNT, "somebody\nhttps://app.example/u/1", " Chatapp ", "")
                        .addresses())
                .containsExactly(
                        new GivenAddress("Chatapp:somebody", Optional.of("app-account")),
                        new GivenAddress("https://app.example/u/1", Optional.of("app-account")));
    }

    @Test
    void an_app_that_was_left_from_another_kind_is_not_used() {
        assertThat(report(LocatorKind.PHONE, "+1 202 555 0100", "Chatapp", "").addresses())
                .containsExactly(new GivenAddress("+1 202 555 0100", Optional.of("phone")));
    }

    @Test
    void words_about_a_place_are_one_place() {
        assertThat(report(LocatorKind.OTHER, "the board\nbehind the station", "", "")
                        .addresses())
                .containsExactly(new GivenAddress("the board behind the station", Optional.of("other")));
        assertThat(report(LocatorKind.OTHER, " \n ", "", "").addresses()).isEmpty();
    }

    @Test
    void the_time_of_a_live_stream_says_where_it_is() {
        GivenReport given = report(LocatorKind.LIVE_STREAM, "https://example.org/live", "", "Sunday at 9 UTC");
        assertThat(given.referrer()).contains("Sunday at 9 UTC");
        assertThat(report(LocatorKind.WEB, "https://example.org/", "", "Sunday").referrer())
                .isEmpty();
    }

    private static GivenReport report(LocatorKind kind, String addresses, String app, String seenAt) {
        return new ReportForm(kind, addresses, app, seenAt, "k").report(Locale.ENGLISH);
    }
}
