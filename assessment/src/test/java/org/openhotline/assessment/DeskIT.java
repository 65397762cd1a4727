// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.ClaimItem;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.Related;
import org.openhotline.assessment.tracing.HostDetailsText;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ClaimReleased;
import org.openhotline.contracts.event.AssessedItemEvent.ItemAssessed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTraced;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.DuplicateLevel;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The desk as it runs: events in, pages, store, events out. */
@IntegrationTest(properties = "openhotline.country=../deploy/country/demo.yaml")
@Import(DemoHosts.class)
class DeskIT {
    private static final String CANARY = "marked-path";

    @Autowired
    MockMvc browser;

    @Autowired
    EventSender sender;

    @Autowired
    EventTap tap;

    @Autowired
    AssessedItems items;

    @Autowired
    ClaimItem claims;

    @Autowired
    Sealing sealing;

    @Autowired
    Opening opening;

    @Autowired
    HostDetailsText hostText;

    @Autowired
    MongoTemplate mongo;

    @Test
    void a_reported_address_goes_all_the_way_to_a_confirmed_assessment() throws Exception {
        String ana = "ana-" + UUID.randomUUID();
        UUID item = reported("https://shop.example/" + CANARY);

        ItemTraced traced = tap.await(ItemTraced.class, e -> e.itemId().equals(item));
        assertThat(traced.trace().outcome()).isEqualTo(TraceOutcome.TRACED);
        browser.perform(get("/").with(analyst(ana)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/items/" + item)))
                .andExpect(content().string(not(containsString(CANARY))));

        browser.perform(act(item, "claim", ana)).andExpect(redirectedUrl("/items/" + item));
        browser.perform(get("/items/" + item).with(analyst(ana)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Reveal the address")))
                .andExpect(content().string(containsString("AS64496")))
                .andExpect(content().string(not(containsString(CANARY))))
                .andExpect(content().string(not(containsString("shop"))));

        browser.perform(act(item, "reveal", ana))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("hxxps://shop[.]example/" + CANARY)))
                .andExpect(content().string(containsString("abuse[@]net[.]example")))
                .andExpect(content().string(containsString("&lt;b&gt;Seen here&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("https://shop.example"))));
        AddressRevealed reveal =
                tap.await(AddressRevealed.class, e -> e.itemId().equals(item));
        assertThat(reveal.actor()).isEqualTo(ana);
        assertThat(reveal.purpose()).isEqualTo("assessment");

        browser.perform(act(item, "decision", ana).param("choice", "ILLEGAL:national"))
                .andExpect(redirectedUrl("/items/" + item));
        ItemAssessed assessed = tap.await(ItemAssessed.class, e -> e.itemId().equals(item));
        AssessmentConfirmed confirmed =
                tap.await(AssessmentConfirmed.class, e -> e.itemId().equals(item));
        assertThat(assessed.verdict()).isEqualTo(Verdict.ILLEGAL);
        assertThat(assessed.actor()).isEqualTo(ana);
        assertThat(confirmed.assessmentId()).isEqualTo(assessed.assessmentId());
        assertThat(confirmed.classification().category()).isEqualTo("national");
        assertThat(opening.open(SealedField.address(item), confirmed.address()))
                .isEqualTo("https://shop.example/" + CANARY);
        assertThat(hostText.read(opening.open(
                                SealedField.trace(item),
                                confirmed.trace().details().orElseThrow()))
                        .abuseContact())
                .contains("abuse@net.example");

        browser.perform(get("/items/" + item).with(analyst(ana)))
                .andExpect(content().string(containsString("The takedown desk has it now")))
                .andExpect(content().string(containsString("Take the next item")));
        browser.perform(get("/decisions").with(analyst(ana)))
                .andExpect(content().string(containsString("/items/" + item)))
                .andExpect(content().string(containsString("Confirmed illegal")));
    }

    @Test
    void the_button_takes_the_item_that_was_reported_most() throws Exception {
        String ana = "ana-" + UUID.randomUUID();
        UUID item = reported("https://shop.example/often");
        for (int i = 0; i < 12; i++) {
            sender.send(
                    item,
                    new ItemReportedAgain(
                            item,
                            UUID.randomUUID(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.now()));
        }
        await().until(() ->
                items.find(item).filter(i -> i.reports().count() == 13).isPresent());
        waiting(item);

        browser.perform(post("/next").with(csrf()).with(analyst(ana))).andExpect(redirectedUrl("/items/" + item));
        browser.perform(get("/").with(analyst(ana)))
                .andExpect(content().string(containsString("You are working on one item")));
        browser.perform(post("/next").with(csrf()).with(analyst(ana))).andExpect(status().isConflict());
        browser.perform(act(item, "release", ana)).andExpect(redirectedUrl("/"));
        assertThat(items.get(item).state()).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void an_item_whose_trace_fails_waits_all_the_same_and_can_be_traced_again() throws Exception {
        UUID item = reported("https://shop.example" + DemoHosts.UNTRACEABLE);

        ItemTraced traced = tap.await(ItemTraced.class, e -> e.itemId().equals(item));

        assertThat(traced.trace().outcome()).isEqualTo(TraceOutcome.FAILED);
        waiting(item);
        browser.perform(get("/items/" + item).with(analyst("ana")))
                .andExpect(content().string(containsString("Tracing failed")))
                .andExpect(content().string(containsString("Take this item")));
        browser.perform(act(item, "trace", "ana")).andExpect(redirectedUrl("/items/" + item));
        await().until(() -> tap.events(ItemTraced.class).stream()
                        .filter(e -> e.itemId().equals(item))
                        .count()
                >= 2);
    }

    @Test
    void who_does_not_hold_an_item_reveals_nothing_and_decides_nothing() throws Exception {
        UUID item = waiting(reported("https://shop.example/held"));
        claims.claim(item, actor("ana-" + item));

        browser.perform(act(item, "reveal", "ben"))
                .andExpect(status().isConflict())
                .andExpect(content().string(not(containsString("shop"))));
        browser.perform(act(item, "decision", "ben").param("choice", "ILLEGAL:national"))
                .andExpect(status().isConflict());
        browser.perform(act(item, "claim", "ben")).andExpect(status().isConflict());
        browser.perform(act(item, "release", "ben")).andExpect(status().isConflict());

        assertThat(items.get(item).state()).isEqualTo(ItemState.CLAIMED);
        assertThat(mongo.getCollection("accesses").countDocuments(new Document("state.itemId", item.toString())))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ILLEGAL", "ILLEGAL:adult-content", "MAYBE:national", "ILLEGAL:<script>"})
    void a_decision_that_is_none_of_the_answers_is_refused_at_its_field(String choice) throws Exception {
        String ana = "ana-" + UUID.randomUUID();
        UUID item = waiting(reported("https://shop.example/undecided"));
        claims.claim(item, actor(ana));

        browser.perform(act(item, "decision", ana).param("choice", choice))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("error-summary")))
                .andExpect(content().string(containsString("href=\"#choice-0-baseline\"")))
                .andExpect(content().string(not(containsString("<script>"))));
        assertThat(items.get(item).state()).isEqualTo(ItemState.CLAIMED);
    }

    @Test
    void a_claim_whose_lease_has_ended_is_swept_and_told() {
        UUID item = waiting(reported("https://shop.example/left"));
        Instant past = Instant.now().minusSeconds(60);
        items.changeExisting(item, i -> i.claim(actor("ana-" + item), past, past.plusSeconds(1)));

        ClaimReleased released = tap.await(ClaimReleased.class, e -> e.itemId().equals(item));

        assertThat(released.expired()).isTrue();
        assertThat(items.get(item).state()).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void many_analysts_press_claim_on_one_item_at_the_same_moment_and_exactly_one_gets_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID item = waiting(reported("https://shop.example/wanted"));

            long won = together(24, i -> claims.claim(item, actor("rival-" + i + item))).stream()
                    .filter(Optional::isPresent)
                    .count();

            assertThat(won).isEqualTo(1);
            await().until(() -> claimsOf(item) == 1);
        }
    }

    @Test
    void one_analyst_who_claims_many_items_at_the_same_moment_gets_exactly_one() throws Exception {
        List<UUID> wanted = IntStream.range(0, 12)
                .mapToObj(i -> reported("https://shop.example/several/" + i))
                .toList();
        wanted.forEach(this::waiting);
        Actor greedy = actor("greedy-" + UUID.randomUUID());

        long won = together(wanted.size(), i -> claims.claim(wanted.get(i), greedy)).stream()
                .filter(Optional::isPresent)
                .count();

        assertThat(won).isEqualTo(1);
        assertThat(wanted.stream().filter(id -> items.get(id).claim().isPresent()))
                .hasSize(1);
    }

    @Test
    void analysts_who_take_the_next_item_at_the_same_moment_get_different_ones() throws Exception {
        IntStream.range(0, 16)
                .mapToObj(i -> reported("https://shop.example/next/" + i))
                .toList()
                .forEach(this::waiting);

        List<UUID> taken =
                together(
                                16,
                                i -> claims.next(actor("taker-" + i + UUID.randomUUID()))
                                        .orElseThrow())
                        .stream()
                        .flatMap(Optional::stream)
                        .map(AssessedItem::id)
                        .toList();

        assertThat(taken).hasSize(16).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "takedown-officer", "liaison-officer", "administrator", "assessor-national"})
    void other_roles_are_refused_every_page_and_act(String role) throws Exception {
        UUID item = waiting(reported("https://shop.example/not-for-you"));

        browser.perform(get("/").with(person("olga", role))).andExpect(status().isForbidden());
        browser.perform(get("/items/" + item).with(person("olga", role))).andExpect(status().isForbidden());
        browser.perform(get("/decisions").with(person("olga", role))).andExpect(status().isForbidden());
        browser.perform(post("/next").with(csrf()).with(person("olga", role))).andExpect(status().isForbidden());
        for (String act : List.of("claim", "reveal", "decision", "release", "trace")) {
            browser.perform(post("/items/" + item + "/" + act).with(csrf()).with(person("olga", role)))
                    .andExpect(status().isForbidden());
        }
        assertThat(items.get(item).state()).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void without_a_log_in_there_is_nothing_to_see_and_without_the_forms_token_nothing_happens() throws Exception {
        UUID item = waiting(reported("https://shop.example/locked"));

        browser.perform(get("/items/" + item)).andExpect(status().is3xxRedirection());
        browser.perform(post("/items/" + item + "/claim").with(analyst("ana"))).andExpect(status().isForbidden());
        assertThat(items.get(item).state()).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void an_unknown_item_is_not_found() throws Exception {
        browser.perform(get("/items/" + UUID.randomUUID()).with(analyst("ana"))).andExpect(status().isNotFound());
        browser.perform(act(UUID.randomUUID(), "claim", "ana")).andExpect(status().isNotFound());
    }

    @Test
    void nothing_in_the_store_holds_an_address_or_a_host_in_clear() {
        UUID item = waiting(reported("https://shop.example/" + CANARY));

        String document = String.valueOf(mongo.getCollection("items")
                .find(new Document("_id", item.toString()))
                .first());

        assertThat(document).contains(item.toString()).doesNotContain(CANARY, "shop.example", "abuse@", "Seen here");
    }

    @Test
    void an_item_shows_its_relatives_and_stays_an_item_of_its_own() throws Exception {
        UUID first = waiting(reported("https://related.example/album/1?size=small"));
        UUID samePage = waiting(reported("https://related.example/album/1?size=big#top"));
        UUID sameFolder = waiting(reported("http://www.related.example/album/2"));
        UUID elsewhere = waiting(reported("https://related.example/other/2"));

        assertThat(items.get(first).related()).isEmpty();
        assertThat(items.get(elsewhere).related()).isEmpty();
        assertThat(items.get(samePage).related()).containsExactly(new Related(first, DuplicateLevel.D2));
        assertThat(items.get(sameFolder).related())
                .containsExactly(new Related(samePage, DuplicateLevel.D4), new Related(first, DuplicateLevel.D4));
        browser.perform(get("/items/" + samePage).with(analyst("ana")))
                .andExpect(content().string(containsString("/items/" + first)))
                .andExpect(content().string(containsString("(D2)")))
                .andExpect(content().string(not(containsString("album"))));
        assertThat(String.valueOf(mongo.getCollection("families").find().into(new ArrayList<>())))
                .contains(first.toString())
                .doesNotContain("related.example", "album");
    }

    @Test
    void a_number_reported_by_a_child_is_shown_first_and_goes_to_the_police_as_intelligence() throws Exception {
        String ana = "ana-" + UUID.randomUUID();
        UUID item = reported(
                LocatorKind.PHONE,
                "+12025550100",
                new Circumstances(Source.PUBLIC, Optional.of(Theme.GROOMING), true, true));
        waiting(item);
        browser.perform(get("/").with(analyst(ana)))
                .andExpect(content().string(containsString("From children themselves")))
                .andExpect(content().string(containsString("Child in danger")));

        browser.perform(post("/next").with(csrf()).with(analyst(ana))).andExpect(redirectedUrl("/items/" + item));
        browser.perform(get("/items/" + item).with(analyst(ana)))
                .andExpect(content().string(containsString("Grooming")))
                .andExpect(content().string(containsString("Who deals with it?")))
                .andExpect(content().string(not(containsString("Illegal"))));
        browser.perform(act(item, "reveal", ana))
                .andExpect(content().string(containsString("+12025550100")))
                .andExpect(content().string(containsString("third message")));
        browser.perform(act(item, "triage", ana)).andExpect(status().isBadRequest());
        browser.perform(act(item, "triage", ana).param("route", "POLICE")).andExpect(redirectedUrl("/items/" + item));

        ItemTriaged triaged = tap.await(ItemTriaged.class, e -> e.itemId().equals(item));
        assertThat(triaged.route()).isEqualTo(TriageRoute.POLICE);
        assertThat(triaged.actor()).isEqualTo(ana);
        browser.perform(get("/decisions").with(analyst(ana)))
                .andExpect(content().string(containsString("Refer to the police as intelligence")));
    }

    private UUID reported(LocatorKind kind, String address, Circumstances circumstances) {
        UUID item = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        sender.send(
                item,
                new ItemReported(
                        item,
                        submission,
                        kind,
                        sealing.seal(SealedField.address(item), address),
                        Optional.empty(),
                        Optional.of(sealing.seal(SealedField.referrer(item, submission), "third message")),
                        Optional.of(circumstances),
                        Instant.now()));
        return item;
    }

    private UUID reported(String address) {
        UUID item = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        sender.send(
                item,
                new ItemReported(
                        item,
                        submission,
                        LocatorKind.WEB,
                        sealing.seal(SealedField.address(item), address),
                        Optional.of(sealing.seal(SealedField.note(item, submission), "<b>Seen here</b>")),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now()));
        return item;
    }

    private UUID waiting(UUID item) {
        await().until(() ->
                items.find(item).filter(i -> i.state() == ItemState.QUEUED).isPresent());
        return item;
    }

    private long claimsOf(UUID item) {
        return tap.events(ItemClaimed.class).stream()
                .filter(e -> e.itemId().equals(item))
                .count();
    }

    /** All at once; a {@link Conflict} is an empty answer, anything else fails the test. */
    private static <T> List<Optional<T>> together(int people, IntAct<T> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people);
        try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
            List<Callable<Optional<T>>> acts = IntStream.range(0, people)
                    .<Callable<Optional<T>>>mapToObj(i -> () -> {
                        start.await();
                        try {
                            return Optional.of(act.by(i));
                        } catch (Conflict refused) {
                            return Optional.empty();
                        }
                    })
                    .toList();
            List<Optional<T>> answers = new ArrayList<>();
            for (Future<Optional<T>> answer : pool.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private interface IntAct<T> {
        T by(int person);
    }

    private static Actor actor(String id) {
        return new Actor(id, Set.of(Role.ANALYST));
    }

    private static MockHttpServletRequestBuilder act(UUID item, String act, String analyst) {
        return post("/items/" + item + "/" + act).with(csrf()).with(analyst(analyst));
    }

    private static RequestPostProcessor analyst(String id) {
        return person(id, "analyst");
    }

    private static RequestPostProcessor person(String id, String role) {
        return oidcLogin().idToken(token -> token.subject(id)).authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
