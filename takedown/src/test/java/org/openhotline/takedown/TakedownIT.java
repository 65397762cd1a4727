// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown;

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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.event.AccessEvent.AccessDenied;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.event.RemovalEvent.CheckRequested;
import org.openhotline.contracts.event.RemovalEvent.ContactMissing;
import org.openhotline.contracts.event.RemovalEvent.HoldPlaced;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.contracts.event.RemovalEvent.ItemChecked;
import org.openhotline.contracts.event.RemovalEvent.ItemReappeared;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.stack.demo.DemoNetwork;
import org.openhotline.stack.mail.CaughtMail;
import org.openhotline.stack.mail.Mailbox;
import org.openhotline.takedown.removal.CheckHostsWord;
import org.openhotline.takedown.removal.Removals;
import org.openhotline.takedown.testing.Examples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole takedown with a real broker, store, mail server, name server and registry. */
@IntegrationTest
@Import(LosingChannel.class)
class TakedownIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:8080/takedown(/answer/[0-9a-f]{40})");
    private static final Mailbox MAILBOX = Mailbox.start(0, 0);
    private static final DemoNetwork NETWORK = DemoNetwork.start(0, 0);

    @Autowired
    MockMvc mvc;

    @Autowired
    EventSender assessment;

    @Autowired
    EventTap tap;

    @Autowired
    Sealing sealing;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Removals removals;

    @Autowired
    LosingChannel losing;

    /** By item, the id of the event by which it was confirmed. */
    private final Map<UUID, UUID> decisions = new HashMap<>();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", MAILBOX::smtpPort);
        properties.add("openhotline.takedown.require-tls", () -> "false");
        properties.add("openhotline.tracing.dns-server", NETWORK::dnsServer);
        properties.add("openhotline.tracing.rdap-bootstrap", NETWORK::rdapBootstrap);
        properties.add("openhotline.tracing.allowed-networks", () -> String.join(",", DemoNetwork.networks()));
        properties.add("openhotline.takedown.sending-patience", () -> "PT1S");
    }

    @Test
    void a_confirmed_item_goes_past_the_police_to_its_host_and_is_removed_by_its_answer() throws Exception {
        UUID item = confirm(
                "https://gallery-canary.northwind.example/path-canary?q=1", Optional.of("old@northwind.example"));

        TakedownOpened opened = tap.await(TakedownOpened.class, e -> e.itemId().equals(item));
        UUID referral = opened.referralId().orElseThrow();
        assertThat(tap.await(HoldPlaced.class, e -> e.itemId().equals(item)).reason())
                .isEqualTo("country-rule");
        tap.await(ReferralSent.class, e -> e.referralId().equals(referral));
        CaughtMail announcement = mailTo("desk@police.example", referralNumber(referral));
        assertThat(announcement.raw()).doesNotContain("canary").doesNotContain(item.toString());

        see("/police/", liaison()).andExpect(content().string(containsString(referralNumber(referral))));
        see("/police/" + referral, liaison())
                .andExpect(content().string(containsString("goes out by itself")))
                .andExpect(content().string(not(containsString("canary"))));
        act("/police/" + referral + "/reveal", liaison())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("hxxps://gallery-canary[.]northwind[.]example/path-canary?q=1")))
                .andExpect(content().string(not(containsString("https://gallery-canary"))));
        tap.await(
                AddressRevealed.class,
                e -> e.itemId().equals(item) && e.purpose().equals("police-referral"));
        JsonNode file = JsonMapper.shared()
                .readTree(act("/police/" + referral + "/package", liaison())
                        .andExpect(header().string("Content-Disposition", containsString("attachment")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        DataExported taken = tap.await(
                DataExported.class, e -> e.subjectId().filter(referral::equals).isPresent());
        assertThat(taken.what()).isEqualTo("case-file");
        assertThat(taken.purpose()).contains("police-referral");
        assertThat(file.at("/item/address").asString())
                .isEqualTo("https://gallery-canary.northwind.example/path-canary?q=1");
        assertThat(file.at("/referral/id").asString()).isEqualTo(referral.toString());
        String decision = decisions.get(item).toString();
        assertThat(file.at("/assessment/logEntry").asString()).isEqualTo(decision);
        see("/police/" + referral, liaison()).andExpect(content().string(containsString(decision)));
        assertThat(file.at("/law/0/text").asString()).contains("Child Protection Act");

        act("/police/" + referral + "/acknowledge", liaison()).andExpect(redirectedUrl("/takedown/police/" + referral));
        tap.await(ReferralAcknowledged.class, e -> e.referralId().equals(referral));
        act("/police/" + referral + "/release?release=no-objection", liaison()).andExpect(status().is3xxRedirection());
        tap.await(HoldReleased.class, e -> e.itemId().equals(item));
        UUID notice =
                tap.await(NoticeDecided.class, e -> e.itemId().equals(item)).noticeId();
        tap.await(NoticeSent.class, e -> e.noticeId().equals(notice));

        CaughtMail mail = mailTo("abuse@northwind.example", notice.toString());
        assertThat(mail.subject()).contains("[N-").contains("192.0.2.11").doesNotContain("canary");
        assertThat(mail.text())
                .contains("hxxps://gallery-canary[.]northwind[.]example/path-canary?q=1")
                .contains("Northwind Hosting")
                .contains("AS64496")
                .contains("Log entry:       " + decision);
        JsonNode xarf = xarf(mail);
        assertThat(xarf.at("/tags/1").asString()).isEqualTo("log-entry:" + decision);
        assertThat(xarf.get("url").asString()).isEqualTo("https://gallery-canary.northwind.example/path-canary?q=1");
        assertThat(xarf.get("source_identifier").asString()).isEqualTo("192.0.2.11");
        see("/items/" + item, officer()).andExpect(content().string(containsString("Changed since the assessment")));

        String link = link(mail);
        mvc.perform(get("/takedown" + link).contextPath("/takedown"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content().string(containsString("one address")))
                .andExpect(content().string(not(containsString("canary"))));
        mvc.perform(post("/takedown" + link).contextPath("/takedown").param("answer", "REMOVED"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thank you")));
        assertThat(tap.await(NoticeAcknowledged.class, e -> e.noticeId().equals(notice))
                        .answer())
                .isEqualTo(HostAnswer.REMOVED);
        ItemRemoved removed = tap.await(ItemRemoved.class, e -> e.itemId().equals(item));
        assertThat(removed.by()).isEqualTo("host");
        see("/items/" + item, officer()).andExpect(content().string(containsString("gone after")));

        new CheckHostsWord(removals, Duration.ZERO, InstantSource.system()).sweep();
        assertThat(tap.await(CheckRequested.class, e -> e.itemId().equals(item)).submissionId())
                .isEmpty();
        see("/", officer()).andExpect(content().string(containsString("Its host said that it is gone.")));
        act("/items/" + item + "/check?check=online", officer()).andExpect(status().is3xxRedirection());
        tap.await(ItemReappeared.class, e -> e.itemId().equals(item));

        nothingIsInClear("canary");
        nothingIsInClear(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void an_item_without_a_contact_waits_for_the_officer_who_enters_one() throws Exception {
        UUID item = confirm("http://silent.example/x", Optional.empty());
        release(item);
        tap.await(ContactMissing.class, e -> e.itemId().equals(item));
        see("/", officer()).andExpect(content().string(containsString("Nobody is known to write to")));

        act("/items/" + item + "/contact?contact=nobody", officer())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This is not an e-mail address")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        act("/items/" + item + "/contact?contact=found@silent.example", officer())
                .andExpect(redirectedUrl("/takedown/items/" + item));

        UUID notice =
                tap.await(NoticeDecided.class, e -> e.itemId().equals(item)).noticeId();
        CaughtMail mail = mailTo("found@silent.example", notice.toString());
        tap.await(
                AddressRevealed.class, e -> e.itemId().equals(item) && e.actor().equals("host"));
        assertThat(tap.events(AddressRevealed.class))
                .as("that the officer's contact is told the address is a fact of its own")
                .filteredOn(e -> e.itemId().equals(item))
                .extracting(AddressRevealed::purpose)
                .containsExactly("notice-to-entered-contact", "notice");
        assertThat(mail.text()).contains("hxxp://silent[.]example/x");
        tap.await(NoticeSent.class, e -> e.noticeId().equals(notice));

        act("/items/" + item + "/removed", officer())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say that you know it is gone.")));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        act("/items/" + item + "/removed?seen=true", officer()).andExpect(status().is3xxRedirection()));
        ItemRemoved removed = tap.await(ItemRemoved.class, e -> e.itemId().equals(item));
        assertThat(removed.by()).isEqualTo("officer");
        assertThat(removed.actor()).contains("officer-it");
    }

    @Test
    void a_notice_that_the_server_refuses_comes_back_to_the_officer() throws Exception {
        UUID item = confirm("http://moved-away.example/x", Optional.of("hard-bounce@moved-away.example"));
        release(item);

        NoticeBounced bounced = tap.await(NoticeBounced.class, e -> e.items().contains(item));

        assertThat(bounced.reason()).isEqualTo("smtp-550");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        see("/", officer()).andExpect(content().string(containsString("The last notice came back"))));
        see("/items/" + item, officer()).andExpect(content().string(containsString("smtp-550")));
    }

    @Test
    void an_unknown_delivery_waits_for_a_person_and_goes_out_again_only_on_that_word() throws Exception {
        UUID item = confirm("http://silent.example/lost", Optional.empty());
        release(item);
        tap.await(ContactMissing.class, e -> e.itemId().equals(item));
        act("/items/" + item + "/contact?contact=" + LosingChannel.CONTACT, officer())
                .andExpect(status().is3xxRedirection());
        UUID notice = tap.await(NoticeDeliveryUnknown.class, e -> e.items().contains(item))
                .noticeId();
        see("/", officer()).andExpect(content().string(containsString("delivery unknown")));
        see("/items/" + item, officer())
                .andExpect(content().string(containsString("It is not known whether this notice was delivered")));
        String resolve = "/items/" + item + "/notices/" + notice + "/delivery";

        act(resolve, officer())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say what you found.")));
        act(resolve + "?found=not-sent", liaison()).andExpect(status().isForbidden());
        act(resolve + "?found=not-sent", officer()).andExpect(status().is3xxRedirection());

        tap.await(NoticeSent.class, e -> e.noticeId().equals(notice));
        assertThat(losing.deliveries()).isEqualTo(2);
        act(resolve + "?found=sent", officer()).andExpect(status().isConflict());
    }

    @Test
    void an_address_is_shown_to_the_officer_only_after_the_look_is_stored() throws Exception {
        UUID item = confirm("https://board.test/reveal-me", Optional.of("abuse@harbour-cloud.example"));
        tap.await(TakedownOpened.class, e -> e.itemId().equals(item));
        see("/items/" + item, officer()).andExpect(content().string(not(containsString("reveal-me"))));

        act("/items/" + item + "/reveal", officer())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("hxxps://board[.]test/reveal-me")))
                .andExpect(content().string(containsString("Reference: N-0000-0000")))
                .andExpect(content().string(containsString("abuse@harbour-cloud.example")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));

        AddressRevealed look = tap.await(AddressRevealed.class, e -> e.itemId().equals(item));
        assertThat(look.actor()).isEqualTo("officer-it");
        assertThat(look.purpose()).isEqualTo("takedown");
    }

    @Test
    void the_two_officers_have_no_page_in_common() throws Exception {
        UUID item = confirm("https://forum.example/x", Optional.of("abuse@harbour-cloud.example"));
        UUID referral = tap.await(TakedownOpened.class, e -> e.itemId().equals(item))
                .referralId()
                .orElseThrow();

        see("/", liaison(), 302).andExpect(redirectedUrl("/takedown/police/"));
        for (String page : List.of("/items/" + item)) {
            see(page, liaison(), 403);
        }
        for (String page : List.of("/police/", "/police/" + referral)) {
            see(page, officer(), 403);
        }
        for (String step : List.of("/items/" + item + "/reveal", "/items/" + item + "/removed?seen=true")) {
            act(step, liaison()).andExpect(status().isForbidden());
        }
        for (String step : List.of("/reveal", "/package", "/acknowledge", "/release?release=no-objection")) {
            act("/police/" + referral + step, officer()).andExpect(status().isForbidden());
        }
        for (String page : List.of("/", "/items/" + item, "/police/", "/police/" + referral)) {
            see(page, as("analyst"), 403);
            mvc.perform(get("/takedown" + page).contextPath("/takedown")).andExpect(status().is3xxRedirection());
        }
        mvc.perform(post("/takedown/items/" + item + "/reveal")
                        .contextPath("/takedown")
                        .with(officer()))
                .andExpect(status().isForbidden());
        tap.await(
                AccessDenied.class,
                e -> e.actor().filter("officer-it"::equals).isPresent()
                        && e.route().equals("/police/**")
                        && e.reason().equals("role"));
        assertThat(tap.events(AddressRevealed.class))
                .noneMatch(e -> e.itemId().equals(item) && !e.actor().equals("host"));
    }

    @Test
    void a_hold_is_extended_with_a_reason_and_not_without_end() throws Exception {
        UUID item = confirm("https://forum.example/y", Optional.of("abuse@harbour-cloud.example"));
        UUID referral =
                tap.await(ReferralSent.class, e -> e.itemId().equals(item)).referralId();

        act("/police/" + referral + "/hold?wait=72&reason=possible-new-victim", liaison())
                .andExpect(status().is3xxRedirection());
        HoldPlaced placed = tap.await(
                HoldPlaced.class, e -> e.itemId().equals(item) && e.actor().isPresent());
        assertThat(placed.reason()).isEqualTo("possible-new-victim");
        assertThat(placed.until()).isAfter(Instant.now().plus(Duration.ofHours(71)));

        act("/police/" + referral + "/hold?wait=1000&reason=possible-new-victim", liaison())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say how long.")));
        act("/police/" + referral + "/hold?wait=24", liaison())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why the notice is to wait.")));
        act("/police/" + referral + "/release", liaison())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why.")));
    }

    @Test
    void what_is_no_page_waits_on_the_police_desk_and_nobody_is_notified() throws Exception {
        UUID item = UUID.randomUUID();
        assessment.send(item, triaged(item, TriageRoute.ASK_REPORTER));
        ItemTriaged toPolice = triaged(item, TriageRoute.POLICE);
        Envelope sent = assessment.send(item, toPolice);
        assessment.send(sent);

        TakedownOpened opened = tap.await(TakedownOpened.class, e -> e.itemId().equals(item));
        assertThat(opened.assessmentId()).isEqualTo(toPolice.triageId());
        UUID referral = opened.referralId().orElseThrow();
        tap.await(ReferralSent.class, e -> e.referralId().equals(referral));
        mailTo("desk@police.example", referralNumber(referral));
        see("/police/" + referral, liaison())
                .andExpect(content().string(containsString("nothing found illegal")))
                .andExpect(content().string(not(containsString("+999 0100"))));
        JsonNode file = JsonMapper.shared()
                .readTree(act("/police/" + referral + "/package", liaison())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(file.at("/item/kind").asString()).isEqualTo("PHONE");
        assertThat(file.at("/item/address").asString()).isEqualTo("+999 0100");

        act("/items/" + item + "/contact?contact=somebody@telephone.example", officer())
                .andExpect(status().isConflict());
        act("/items/" + item + "/removed?seen=true", officer()).andExpect(status().isConflict());
        assertThat(tap.events(TakedownOpened.class).stream()
                        .filter(e -> e.itemId().equals(item)))
                .hasSize(1);
        assertThat(tap.events(NoticeDecided.class)).noneMatch(e -> e.itemId().equals(item));
        assertThat(tap.events(HoldPlaced.class)).noneMatch(e -> e.itemId().equals(item));
        nothingIsInClear("+999 0100");
    }

    @Test
    void a_removed_item_that_is_reported_again_is_checked_and_goes_back_to_its_host_if_it_is_online() throws Exception {
        UUID item = confirm("https://board.test/again", Optional.of("abuse@harbour-cloud.example"));
        tap.await(HoldPlaced.class, e -> e.itemId().equals(item));
        act("/items/" + item + "/removed?seen=true", officer()).andExpect(status().is3xxRedirection());
        tap.await(ItemRemoved.class, e -> e.itemId().equals(item));
        String check = "/items/" + item + "/check";
        act(check + "?check=online", officer()).andExpect(status().isConflict());

        UUID first = reportAgain(item);
        tap.await(CheckRequested.class, e -> e.submissionId().equals(Optional.of(first)));
        see("/", officer()).andExpect(content().string(containsString("Find out whether it is still gone")));
        act(check, officer())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say what you found.")));
        act(check + "?check=gone", liaison()).andExpect(status().isForbidden());
        act(check + "?check=gone", officer()).andExpect(redirectedUrl("/takedown/items/" + item));
        assertThat(tap.await(ItemChecked.class, e -> e.itemId().equals(item)).actor())
                .isEqualTo("officer-it");

        UUID second = reportAgain(item);
        tap.await(CheckRequested.class, e -> e.submissionId().equals(Optional.of(second)));
        act(check + "?check=online", officer()).andExpect(redirectedUrl("/takedown/items/" + item));
        assertThat(tap.await(ItemReappeared.class, e -> e.itemId().equals(item)).episode())
                .isEqualTo(2);
        UUID notice =
                tap.await(NoticeDecided.class, e -> e.itemId().equals(item)).noticeId();
        tap.await(NoticeSent.class, e -> e.noticeId().equals(notice));
        mailTo("abuse@harbour-cloud.example", notice.toString());
    }

    @Test
    void a_link_that_never_was_says_what_every_dead_link_says() throws Exception {
        String never = mvc.perform(get("/takedown/answer/never").contextPath("/takedown"))
                .andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        mvc.perform(post("/takedown/answer/never").contextPath("/takedown").param("answer", "REMOVED"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(never));
        assertThat(never).contains("This link does not work").doesNotContain("never was");
        mvc.perform(get("/takedown/answer/never?lang=fr").contextPath("/takedown"))
                .andExpect(content().string(containsString("Ce lien ne fonctionne pas")));
    }

    @Test
    void as_many_notices_are_sent_as_were_decided() throws Exception {
        List<UUID> items = IntStream.range(0, 12)
                .mapToObj(i -> confirm("https://many.meadow.example.org/" + i, Optional.of("abuse@meadow.example.org")))
                .toList();
        for (UUID item : items) {
            release(item);
        }

        for (UUID item : items) {
            tap.await(NoticeSent.class, e -> e.items().contains(item));
        }

        assertThat(tap.events(NoticeDecided.class).stream().filter(e -> items.contains(e.itemId())))
                .hasSize(items.size());
        assertThat(tap.events(NoticeQueued.class).stream().filter(e -> items.containsAll(e.items())))
                .hasSize(items.size());
        assertThat(MAILBOX.messages().stream().filter(m -> m.to().contains("abuse@meadow.example.org")))
                .hasSize(items.size());
    }

    private UUID confirm(String address, Optional<String> contact) {
        UUID item = UUID.randomUUID();
        AssessmentConfirmed event = Examples.confirmed(sealing, item, address, contact);
        decisions.put(item, assessment.send(item, event).id());
        return item;
    }

    private ItemTriaged triaged(UUID item, TriageRoute route) {
        return new ItemTriaged(
                item,
                UUID.randomUUID(),
                "analyst-it",
                route,
                LocatorKind.PHONE,
                sealing.seal(SealedField.address(item), "+999 0100"),
                Instant.now());
    }

    /** @return the submission */
    private UUID reportAgain(UUID item) {
        UUID submission = UUID.randomUUID();
        assessment.send(
                item,
                new ItemReportedAgain(
                        item,
                        submission,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("D1"),
                        Instant.now()));
        return submission;
    }

    private void release(UUID item) throws Exception {
        UUID referral =
                tap.await(ReferralSent.class, e -> e.itemId().equals(item)).referralId();
        act("/police/" + referral + "/release?release=evidence-secured", liaison())
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions see(String page, RequestPostProcessor person) throws Exception {
        return see(page, person, 200);
    }

    private ResultActions see(String page, RequestPostProcessor person, int expected) throws Exception {
        return mvc.perform(get("/takedown" + page).contextPath("/takedown").with(person))
                .andExpect(status().is(expected));
    }

    private ResultActions act(String step, RequestPostProcessor person) throws Exception {
        return mvc.perform(
                post("/takedown" + step).contextPath("/takedown").with(person).with(csrf()));
    }

    private static RequestPostProcessor officer() {
        return as("takedown-officer");
    }

    private static RequestPostProcessor liaison() {
        return as("liaison-officer");
    }

    private static RequestPostProcessor as(String role) {
        return oidcLogin()
                .idToken(token -> token.subject(role.equals("takedown-officer") ? "officer-it" : role))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private static String referralNumber(UUID referral) {
        String id = referral.toString();
        return "R-" + id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
    }

    private static CaughtMail mailTo(String recipient, String marker) {
        return await("a mail to " + recipient)
                .atMost(PATIENCE)
                .until(
                        () -> MAILBOX.messages().stream()
                                .filter(mail -> mail.to().contains(recipient)
                                        && mail.raw().contains(marker))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static JsonNode xarf(CaughtMail mail) {
        String part = mail.raw().substring(mail.raw().indexOf("application/json; name=xarf.json"));
        String body = part.substring(part.indexOf("\r\n\r\n") + 4);
        String base64 = body.substring(0, body.indexOf("\r\n--"));
        return JsonMapper.shared().readTree(new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    private static String link(CaughtMail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Neither in the store nor in any event. */
    private void nothingIsInClear(String marker) {
        for (String collection : mongo.getCollectionNames()) {
            for (Document document : mongo.findAll(Document.class, collection)) {
                assertThat(document.toJson()).as(collection).doesNotContain(marker);
            }
        }
        assertThat(tap.envelopes())
                .allSatisfy(
                        envelope -> assertThat(new String(envelope.toMessage().getPayload(), StandardCharsets.UTF_8))
                                .doesNotContain(marker));
    }
}
