// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.contracts.item.CoarseStatus.ACTED_ON;
import static org.openhotline.contracts.item.CoarseStatus.BEING_ASSESSED;
import static org.openhotline.contracts.item.CoarseStatus.NOT_ACCESSIBLE;
import static org.openhotline.contracts.item.CoarseStatus.NOT_ILLEGAL;
import static org.openhotline.contracts.item.CoarseStatus.RECEIVED;
import static org.openhotline.contracts.item.CoarseStatus.REMOVED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ClaimReleased;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemFoundNotIllegal;
import org.openhotline.contracts.event.AssessedItemEvent.ItemNotAccessible;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTraced;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.event.RemovalEvent.CheckRequested;
import org.openhotline.contracts.event.RemovalEvent.HoldPlaced;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.contracts.event.RemovalEvent.ItemChecked;
import org.openhotline.contracts.event.RemovalEvent.ItemReappeared;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.sealing.Sealed;

class ReportedItemTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ITEM = new UUID(1, 1);
    private static final UUID OTHER_ITEM = new UUID(1, 2);
    private static final UUID NOTICE = new UUID(2, 1);
    private static final UUID REFERRAL = new UUID(3, 1);
    private static final UUID ASSESSMENT = new UUID(4, 1);
    private static final Circumstances IN_DANGER = new Circumstances(Source.PUBLIC, Optional.empty(), true, false);
    private static final Sealed ADDRESS = new Sealed("sealed");
    private static final Trace TRACE =
            new Trace(NOW, TraceOutcome.NOT_TRACEABLE, Optional.empty(), Optional.empty(), false, Optional.empty());
    private static final Classification CODE = new Classification("generic-national", 1, "made-up");

    private final InMemoryAggregates<ReportedItem> items = new InMemoryAggregates<>();
    private final FollowItem followItem = new FollowItem(items);
    private long sequence;

    @Test
    void the_first_report_opens_the_item_and_the_next_is_counted() {
        take(report(ITEM, new UUID(9, 1)));
        take(report(ITEM, new UUID(9, 2)));
        assertThat(items.events())
                .containsExactly(
                        new ItemReported(
                                ITEM,
                                new UUID(9, 1),
                                LocatorKind.WEB,
                                ADDRESS,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Circumstances.PUBLIC),
                                NOW),
                        new ItemReportedAgain(
                                ITEM,
                                new UUID(9, 2),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Circumstances.PUBLIC),
                                Optional.of("D0"),
                                NOW));
        assertThat(item().reports()).isEqualTo(2);
        assertThat(item().status()).isEqualTo(RECEIVED);
    }

    @Test
    void a_registration_that_runs_twice_changes_nothing() {
        take(report(ITEM, new UUID(9, 1)));
        take(report(ITEM, new UUID(9, 2)));
        ReportedItem before = item();
        take(report(ITEM, new UUID(9, 1)));
        take(report(ITEM, new UUID(9, 2)));
        assertThat(item()).isEqualTo(before);
        assertThat(items.events()).hasSize(2);
    }

    @Test
    void what_a_reporter_adds_is_told_once_and_counts_no_report() {
        take(report(ITEM, new UUID(9, 1)));
        take(report(ITEM, new UUID(9, 1), 2));
        take(report(ITEM, new UUID(9, 1), 2));
        take(report(ITEM, new UUID(9, 1), 1));
        take(report(ITEM, new UUID(9, 1)));
        assertThat(items.events())
                .hasSize(2)
                .endsWith(new ItemReportAmended(
                        ITEM, new UUID(9, 1), Optional.empty(), Optional.empty(), IN_DANGER, NOW));
        assertThat(item().reports()).isEqualTo(1);
    }

    @Test
    void what_was_added_before_the_item_heard_of_the_report_is_told_with_it() {
        take(report(ITEM, new UUID(9, 1), 3));
        take(report(ITEM, new UUID(9, 1), 3));
        assertThat(items.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemReported.class, e -> assertThat(e.circumstances()).contains(IN_DANGER));
    }

    @Test
    void what_was_added_is_remembered_for_the_latest_submissions_alone() {
        for (int i = 1; i <= ReportedItem.REMEMBERED + 5; i++) {
            take(report(ITEM, new UUID(9, i), 1));
        }
        assertThat(item().amended()).hasSize(ReportedItem.REMEMBERED);
    }

    @Test
    void a_document_stays_small_however_often_an_address_is_reported() {
        for (int i = 1; i <= ReportedItem.REMEMBERED + 5; i++) {
            take(report(ITEM, new UUID(9, i)));
        }
        assertThat(item().reports()).isEqualTo(ReportedItem.REMEMBERED + 5);
        assertThat(item().latestSubmissions())
                .hasSize(ReportedItem.REMEMBERED)
                .endsWith(new UUID(9, ReportedItem.REMEMBERED + 5));
    }

    @Test
    void a_report_that_attaches_says_by_which_level() {
        take(report(ITEM, new UUID(9, 1), "one spelling"));
        take(report(ITEM, new UUID(9, 2), "another"));
        take(report(ITEM, new UUID(9, 3), "one spelling"));
        take(report(ITEM, new UUID(9, 4), "another"));
        assertThat(items.events().stream()
                        .filter(ItemReportedAgain.class::isInstance)
                        .map(e -> ((ItemReportedAgain) e).rule().orElseThrow()))
                .containsExactly("D1", "D0", "D0");
    }

    @Test
    void spellings_that_never_end_do_not_make_the_document_grow() {
        for (int i = 1; i <= ReportedItem.SPELLINGS + 5; i++) {
            take(report(ITEM, new UUID(9, i), "spelling " + i));
        }
        assertThat(item().spellings()).hasSize(ReportedItem.SPELLINGS).endsWith("spelling 25");
    }

    @Test
    void whoever_reports_later_is_not_told_what_was_found_before() {
        take(report(ITEM, new UUID(9, 1)));
        statusAfter(new ItemFoundNotIllegal(ITEM, ASSESSMENT, CODE, NOW.plusSeconds(60)));
        assertThat(item().statusFor(NOW)).isEqualTo(NOT_ILLEGAL);
        assertThat(item().statusFor(NOW.plusSeconds(61))).isEqualTo(RECEIVED);
        statusAfter(new ItemClaimed(ITEM, "analyst", NOW, NOW.plusSeconds(90)));
        assertThat(item().statusFor(NOW.plusSeconds(61))).isEqualTo(BEING_ASSESSED);
    }

    @Test
    void the_status_follows_the_item_to_its_removal() {
        take(report(ITEM, new UUID(9, 1)));
        assertThat(statusAfter(new ItemTraced(ITEM, TRACE, NOW))).isEqualTo(RECEIVED);
        assertThat(statusAfter(new ItemClaimed(ITEM, "analyst", NOW, NOW))).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(new ClaimReleased(ITEM, "analyst", true, NOW))).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(confirmed())).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(new NoticeQueued(NOTICE, List.of(ITEM), NOW))).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(new NoticeSent(NOTICE, List.of(ITEM), NOW))).isEqualTo(ACTED_ON);
        assertThat(statusAfter(new ItemRemoved(ITEM, "host", Optional.empty(), NOW)))
                .isEqualTo(REMOVED);
    }

    @Test
    void a_police_hold_looks_like_being_assessed() {
        take(report(ITEM, new UUID(9, 1)));
        Stream.of(
                        confirmed(),
                        new TakedownOpened(ITEM, ASSESSMENT, Optional.empty(), Optional.of(REFERRAL), NOW),
                        new ReferralSent(REFERRAL, ITEM, NOW),
                        new HoldPlaced(ITEM, Optional.empty(), NOW, "country-rule", NOW),
                        new HoldReleased(ITEM, "officer", NOW),
                        new NoticeDecided(ITEM, NOTICE, NOW))
                .forEach(event ->
                        assertThat(statusAfter(event)).as(event.toString()).isEqualTo(BEING_ASSESSED));
    }

    @Test
    void a_notice_that_bounced_is_not_an_action() {
        take(report(ITEM, new UUID(9, 1)));
        assertThat(statusAfter(confirmed())).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(new NoticeBounced(NOTICE, List.of(ITEM), "smtp-550", NOW)))
                .isEqualTo(BEING_ASSESSED);
    }

    @Test
    void an_item_can_end_as_not_illegal_or_not_accessible_and_be_taken_up_again() {
        take(report(ITEM, new UUID(9, 1)));
        assertThat(statusAfter(new ItemNotAccessible(ITEM, ASSESSMENT, CODE, NOW)))
                .isEqualTo(NOT_ACCESSIBLE);
        assertThat(statusAfter(new ItemClaimed(ITEM, "analyst", NOW, NOW))).isEqualTo(BEING_ASSESSED);
        assertThat(statusAfter(new ItemFoundNotIllegal(ITEM, ASSESSMENT, CODE, NOW)))
                .isEqualTo(NOT_ILLEGAL);
    }

    @Test
    void events_of_two_topics_may_arrive_in_any_order() {
        take(report(ITEM, new UUID(9, 1)));
        assertThat(statusAfter(new ItemRemoved(ITEM, "officer", Optional.of("officer"), NOW)))
                .isEqualTo(REMOVED);
        assertThat(statusAfter(new NoticeSent(NOTICE, List.of(ITEM), NOW))).isEqualTo(REMOVED);
        assertThat(statusAfter(confirmed())).isEqualTo(REMOVED);
        assertThat(statusAfter(new ItemClaimed(ITEM, "analyst", NOW, NOW))).isEqualTo(REMOVED);
    }

    @Test
    void a_check_that_finds_it_gone_is_news_for_whoever_asked_and_online_again_is_acted_on() {
        take(report(ITEM, new UUID(9, 1)));
        statusAfter(new ItemRemoved(ITEM, "host", Optional.empty(), NOW));
        Instant reportedAgain = NOW.plusSeconds(100);
        statusAfter(new CheckRequested(ITEM, Optional.of(new UUID(9, 2)), NOW.plusSeconds(101)));
        assertThat(item().statusFor(reportedAgain)).isEqualTo(RECEIVED);
        statusAfter(new ItemChecked(ITEM, "officer", NOW.plusSeconds(200)));
        assertThat(item().statusFor(reportedAgain)).isEqualTo(REMOVED);
        assertThat(statusAfter(new ItemReappeared(ITEM, "officer", 2, NOW.plusSeconds(300))))
                .isEqualTo(ACTED_ON);
        assertThat(statusAfter(new ItemRemoved(ITEM, "host", Optional.empty(), NOW.plusSeconds(400))))
                .isEqualTo(REMOVED);
    }

    @ParameterizedTest
    @CsvSource({
        "POLICE, ACTED_ON",
        "PLATFORM, ACTED_ON",
        "HELPLINE, ACTED_ON",
        "ASK_REPORTER, BEING_ASSESSED",
        "INSUFFICIENT, NOT_ACCESSIBLE"
    })
    void who_deals_with_what_is_no_page_is_not_told(TriageRoute route, CoarseStatus status) {
        take(report(ITEM, new UUID(9, 1)));
        statusAfter(new ItemClaimed(ITEM, "analyst", NOW, NOW));
        assertThat(statusAfter(new ItemTriaged(
                        ITEM, ASSESSMENT, "analyst", route, LocatorKind.PHONE, ADDRESS, NOW.plusSeconds(1))))
                .isEqualTo(status);
    }

    @Test
    void a_notice_moves_all_its_items_and_only_once() {
        take(report(ITEM, new UUID(9, 1)));
        take(report(OTHER_ITEM, new UUID(9, 1)));
        Received<Event> sent = received(new NoticeSent(NOTICE, List.of(ITEM, OTHER_ITEM), NOW));
        assertThat(followItem.on(sent)).isEqualTo(Applied.APPLIED);
        assertThat(followItem.on(sent)).isEqualTo(Applied.DUPLICATE);
        assertThat(items.all()).extracting(ReportedItem::status).containsExactly(ACTED_ON, ACTED_ON);
    }

    @Test
    void following_says_nothing_that_others_have_said() {
        take(report(ITEM, new UUID(9, 1)));
        int before = items.events().size();
        assertThat(statusAfter(confirmed())).isEqualTo(BEING_ASSESSED);
        assertThat(items.events()).hasSize(before);
    }

    private void take(Report report) {
        items.change(report.itemId(), item -> ReportedItem.take(item, report, NOW));
    }

    private Object statusAfter(Event event) {
        assertThat(followItem.on(received(event))).isEqualTo(Applied.APPLIED);
        return item().status();
    }

    private Received<Event> received(Event event) {
        sequence++;
        return new Received<>(
                event, new UUID(8, sequence), AggregateType.emitting(event.getClass()), NOTICE, sequence, NOW);
    }

    private ReportedItem item() {
        return items.find(ITEM).orElseThrow();
    }

    private static AssessmentConfirmed confirmed() {
        return new AssessmentConfirmed(ITEM, ASSESSMENT, LocatorKind.WEB, ADDRESS, TRACE, CODE, NOW);
    }

    private static Report report(UUID item, UUID submission) {
        return report(item, submission, "spelling", 0);
    }

    private static Report report(UUID item, UUID submission, String spelling) {
        return report(item, submission, spelling, 0);
    }

    private static Report report(UUID item, UUID submission, int amendments) {
        return report(item, submission, "spelling", amendments);
    }

    private static Report report(UUID item, UUID submission, String spelling, int amendments) {
        return new Report(
                item,
                submission,
                LocatorKind.WEB,
                ADDRESS,
                spelling,
                Optional.empty(),
                Optional.empty(),
                amendments == 0 ? Circumstances.PUBLIC : IN_DANGER,
                amendments);
    }
}
