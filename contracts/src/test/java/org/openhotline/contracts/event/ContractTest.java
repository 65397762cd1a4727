// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemAssessed;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.RemovalEvent.HoldPlaced;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Code, schemas, samples and document agree; and each check sees a disagreement planted in a copy. */
class ContractTest {
    private static final String SENT = "openhotline.notice.sent.v1";

    @Test
    void every_record_has_its_line_and_every_line_its_record() {
        assertThat(ContractChecks.everyRecordHasItsLine(Contract.published())).isEmpty();
    }

    @Test
    void a_record_without_a_line_or_with_a_crooked_or_second_hand_line_is_caught() {
        assertThat(ContractChecks.everyRecordHasItsLine(
                        broken(c -> c.wireNames().remove(NoticeSent.class))))
                .containsExactly("the vocabulary has NoticeSent, the list of wire names has not");
        assertThat(ContractChecks.everyRecordHasItsLine(
                        broken(c -> c.wireNames().put(NoticeSent.class, "openhotline.removal.sent.v1"))))
                .containsExactly("NoticeSent has the line openhotline.removal.sent.v1");
        assertThat(ContractChecks.everyRecordHasItsLine(
                        broken(c -> c.wireNames().put(NoticeBounced.class, SENT))))
                .containsExactly("two records have the line " + SENT);
    }

    @Test
    void every_line_has_a_schema_and_a_sample_and_none_is_left_over() {
        assertThat(ContractChecks.everyLineHasSchemaAndSample(Contract.published()))
                .isEmpty();
    }

    @Test
    void a_missing_or_left_over_schema_or_sample_is_caught() {
        assertThat(ContractChecks.everyLineHasSchemaAndSample(
                        broken(c -> c.schemas().remove(SENT))))
                .containsExactly("the list of wire names has " + SENT + ", schemas/ has not");
        assertThat(ContractChecks.everyLineHasSchemaAndSample(
                        broken(c -> c.samples().remove(SENT))))
                .containsExactly("the list of wire names has " + SENT + ", samples/ has not");
        assertThat(ContractChecks.everyLineHasSchemaAndSample(
                        broken(c -> c.schemas().put("openhotline.notice.lost.v1", c.schema(NoticeSent.class)))))
                .containsExactly("schemas/ has openhotline.notice.lost.v1, the list of wire names has not");
        assertThat(ContractChecks.everyLineHasSchemaAndSample(
                        broken(c -> c.samples().put("openhotline.notice.lost.v1", c.sample(NoticeSent.class)))))
                .containsExactly("samples/ has openhotline.notice.lost.v1, the list of wire names has not");
    }

    @Test
    void records_and_schemas_have_the_same_fields_of_the_same_kind() {
        assertThat(ContractChecks.recordsAndSchemasAgree(Contract.published())).isEmpty();
    }

    @Test
    void a_field_that_only_one_side_has_is_caught() {
        assertThat(shapes(c -> properties(c.schema(NoticeSent.class)).remove("items")))
                .anyMatch("record NoticeSent has items, its schema has not"::equals);
        assertThat(shapes(c -> properties(c.schema(NoticeSent.class)).putObject("more")))
                .containsExactly("its schema has more, record NoticeSent has not");
        assertThat(shapes(c -> properties(value(c, "trace")).remove("asn")))
                .anyMatch("record Trace has asn, its schema has not"::equals);
    }

    @Test
    void a_field_that_is_optional_on_one_side_only_is_caught() {
        assertThat(shapes(c -> required(c.schema(HoldPlaced.class)).add("actor")))
                .containsExactly("required has actor, record HoldPlaced as always present has not");
        assertThat(shapes(c -> required(c.schema(NoticeSent.class)).remove(0)))
                .containsExactly("record NoticeSent as always present has noticeId, required has not");
    }

    @Test
    void a_field_of_another_kind_is_caught() {
        assertThat(shapes(c -> property(c.schema(NoticeSent.class), "noticeId").remove("format")))
                .singleElement()
                .asString()
                .startsWith("NoticeSent.noticeId is a java.util.UUID");
        assertThat(shapes(c -> property(c.schema(NoticeSent.class), "at").put("type", "integer")))
                .hasSize(1);
        assertThat(shapes(c -> property(c.schema(SubmissionReceived.class), "contactGiven")
                        .put("type", "string")))
                .hasSize(1);
        assertThat(shapes(c -> ((ObjectNode)
                                property(c.schema(NoticeSent.class), "items").get("items"))
                        .remove("format")))
                .hasSize(1);
        assertThat(shapes(c -> ((ArrayNode) property(c.schema(ItemAssessed.class), "verdict")
                                .get("enum"))
                        .remove(0)))
                .hasSize(1);
        assertThat(shapes(c ->
                        property(c.schema(AssessmentConfirmed.class), "address").put("$ref", "values/trace.json")))
                .hasSize(1);
    }

    @Test
    void a_schema_that_forbids_fields_to_come_or_has_another_id_is_caught() {
        assertThat(shapes(c -> c.schema(NoticeSent.class).put("additionalProperties", false)))
                .containsExactly("the schema of NoticeSent forbids fields to come");
        assertThat(shapes(c -> c.schema(NoticeSent.class).put("$id", "https://openhotline.example/other.json")))
                .containsExactly("the schema " + SENT + " has another $id");
    }

    @Test
    void a_missing_or_left_over_schema_of_a_value_type_is_caught() {
        assertThat(shapes(c -> c.valueSchemas().remove("sealed")))
                .containsExactly("the records inside has sealed, schemas/values/ has not");
        assertThat(shapes(c -> c.valueSchemas().put("picture", value(c, "sealed"))))
                .containsExactly("schemas/values/ has picture, the records inside has not");
    }

    @Test
    void every_sample_is_valid() {
        assertThat(ContractChecks.samplesAreValid(Contract.published())).isEmpty();
    }

    @Test
    void an_invalid_sample_is_caught() {
        assertThat(samples(c -> c.sample(NoticeSent.class).remove("at"))).hasSize(1);
        assertThat(samples(c -> c.sample(NoticeSent.class).put("at", "yesterday")))
                .hasSize(1);
        assertThat(samples(c -> c.sample(NoticeSent.class).put("noticeId", "1")))
                .hasSize(1);
        assertThat(samples(c -> c.sample(ItemAssessed.class).put("verdict", "MAYBE")))
                .hasSize(1);
    }

    @Test
    void an_address_or_words_in_clear_do_not_pass_for_a_code_an_actor_or_a_sealed_text() {
        assertThat(samples(c -> c.sample(NoticeBounced.class).put("reason", "host.example")))
                .hasSize(1);
        assertThat(samples(c -> c.sample(HoldPlaced.class).put("reason", "they asked us to wait")))
                .hasSize(1);
        assertThat(samples(c -> c.sample(ItemAssessed.class).put("actor", "ana@example.org")))
                .hasSize(1);
        assertThat(samples(
                        c -> ((ObjectNode) c.sample(AssessmentConfirmed.class).get("address"))
                                .put("text", "https://host.example/")))
                .hasSize(1);
    }

    @Test
    void every_sample_is_what_its_record_reads_and_writes() {
        assertThat(ContractChecks.samplesRoundTrip(Contract.published())).isEmpty();
    }

    @Test
    void a_sample_that_its_record_would_write_otherwise_is_caught() {
        assertThat(ContractChecks.samplesRoundTrip(
                        broken(c -> c.sample(NoticeSent.class).put("more", 1))))
                .containsExactly("sample " + SENT + " is not what its record writes");
        assertThat(ContractChecks.samplesRoundTrip(
                        broken(c -> c.sample(NoticeSent.class).put("noticeId", "none"))))
                .containsExactly("sample " + SENT + " is not what its record writes");
    }

    @Test
    void what_is_optional_may_be_left_out_and_a_field_to_come_is_ignored() {
        ObjectNode json = Contract.published().sample(ItemRemoved.class);
        json.remove("actor");
        json.put("fieldOfTomorrow", true);

        ItemRemoved removed = WireJson.MAPPER.treeToValue(json, ItemRemoved.class);

        assertThat(removed.actor()).isEmpty();
        assertThat(WireJson.MAPPER.writeValueAsString(removed)).doesNotContain("actor", "fieldOfTomorrow");
        assertThat(new Schemas(Contract.published())
                        .validate(Schemas.BASE + "schemas/openhotline.removal.removed.v1.json", json))
                .isEmpty();
    }

    @Test
    void the_document_has_every_message_on_the_channel_of_its_aggregate() {
        assertThat(ContractChecks.theDocumentHasEveryMessageOnItsChannel(Contract.published()))
                .isEmpty();
    }

    @Test
    void a_message_that_is_missing_left_over_or_on_another_channel_is_caught() {
        assertThat(messages(c -> c.object("/components/messages").remove("NoticeSent")))
                .contains("the list of wire names has " + SENT + ", asyncapi.yaml has not");
        assertThat(messages(c -> c.object("/components/messages/NoticeSent").put("name", "openhotline.notice.lost.v1")))
                .contains("asyncapi.yaml has openhotline.notice.lost.v1, the list of wire names has not");
        assertThat(messages(c -> {
                    c.object("/channels/takedown/messages").remove("NoticeSent");
                    c.object("/channels/assessment/messages")
                            .putObject("NoticeSent")
                            .put("$ref", "#/components/messages/NoticeSent");
                }))
                .containsExactly(SENT + " is on assessment.events, not on takedown.events");
        assertThat(messages(c -> c.object("/channels/audit/messages")
                        .putObject("NoticeSent")
                        .put("$ref", "#/components/messages/NoticeSent")))
                .contains("NoticeSent is on two channels");
    }

    @Test
    void a_message_with_another_payload_and_a_channel_that_is_no_topic_are_caught() {
        assertThat(messages(c -> c.object("/components/messages/NoticeSent/payload/schema")
                        .put("$ref", "schemas/openhotline.notice.queued.v1.json")))
                .containsExactly("message " + SENT + " has another payload");
        assertThat(messages(c -> c.object("/channels").putObject("gossip").put("address", "gossip.events")))
                .containsExactly("the channels has gossip.events, the topics has not");
    }

    @Test
    void every_message_is_sent_by_a_service_and_reaches_the_log() {
        assertThat(ContractChecks.everyMessageIsSentAndLogged(Contract.published()))
                .isEmpty();
    }

    @Test
    void an_operation_that_is_missing_or_names_a_message_of_another_channel_is_caught() {
        assertThat(ContractChecks.everyMessageIsSentAndLogged(
                        broken(c -> c.object("/operations").remove("audit.receives.access"))))
                .hasSize(12)
                .contains("the messages has AddressRevealed, what is logged has not");
        assertThat(ContractChecks.everyMessageIsSentAndLogged(
                        broken(c -> c.object("/operations").remove("audit.sends"))))
                .hasSize(2);
        assertThat(ContractChecks.everyMessageIsSentAndLogged(broken(c -> ((ArrayNode)
                                c.object("/operations/audit.receives.access").get("messages"))
                        .addObject()
                        .put("$ref", "#/channels/access/messages/NoticeSent"))))
                .containsExactly(
                        "audit.receives.access names #/channels/access/messages/NoticeSent, which is not on its channel");
    }

    @Test
    void the_document_is_valid_asyncapi_3() {
        String asyncApi = ConformanceData.text("messaging/asyncapi-3.0.0.json");
        assertThat(ContractChecks.theDocumentIsAsyncApi(Contract.published(), asyncApi))
                .isEmpty();
        assertThat(ContractChecks.theDocumentIsAsyncApi(
                        broken(c -> c.object("/operations/audit.sends").put("action", "shout")), asyncApi))
                .isNotEmpty();
    }

    @Test
    void every_event_fits_its_cloudevents_envelope() {
        String cloudEvents = ConformanceData.text("messaging/cloudevents.json");
        assertThat(ContractChecks.envelopesAreValid(Contract.published(), cloudEvents))
                .isEmpty();
        assertThat(ContractChecks.envelopesAreValid(
                        broken(c -> c.object("/components/messages/NoticeSent/headers/allOf/1/properties/ce_type")
                                .put("const", "openhotline.notice.queued.v1")),
                        cloudEvents))
                .hasSize(1);
        assertThat(ContractChecks.envelopesAreValid(
                        broken(c -> c.object("/components/schemas/LogEnvelope/allOf/1/properties/ce_aggregate")
                                .put("const", "notice")),
                        cloudEvents))
                .hasSize(2);
    }

    @Test
    void an_envelope_without_a_type_is_no_cloudevent() {
        ObjectNode headers = Envelopes.headers(AggregateType.NOTICE, SENT);
        headers.remove("ce_type");
        ObjectNode event = Envelopes.structured(headers, Contract.published().sample(NoticeSent.class));
        assertThat(Schemas.validateDraft7(ConformanceData.text("messaging/cloudevents.json"), event))
                .isNotEmpty();
    }

    @Test
    void a_published_line_never_changes() throws IOException {
        List<String> pinned = Files.readAllLines(Path.of("src/test/resources/published-wire-names.txt"));
        assertThat(ContractChecks.publishedLinesStand(Contract.published(), pinned))
                .isEmpty();
        assertThat(ContractChecks.publishedLinesStand(
                        broken(c -> c.wireNames().put(NoticeSent.class, "openhotline.notice.sent.v2")), pinned))
                .hasSize(2);
    }

    @Test
    void a_wire_name_leads_back_to_its_record_and_an_unknown_one_is_refused() {
        WireNames.all()
                .forEach((event, name) -> assertThat(WireNames.event(name)).isEqualTo(event));
        assertThatThrownBy(() -> WireNames.event("openhotline.notice.lost.v1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Contract broken(Consumer<Contract> sabotage) {
        return Contract.brokenBy(sabotage);
    }

    private static List<String> shapes(Consumer<Contract> sabotage) {
        return ContractChecks.recordsAndSchemasAgree(broken(sabotage));
    }

    private static List<String> samples(Consumer<Contract> sabotage) {
        return ContractChecks.samplesAreValid(broken(sabotage));
    }

    private static List<String> messages(Consumer<Contract> sabotage) {
        return ContractChecks.theDocumentHasEveryMessageOnItsChannel(broken(sabotage));
    }

    private static ObjectNode value(Contract c, String name) {
        return java.util.Objects.requireNonNull(c.valueSchemas().get(name));
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.get("required");
    }
}
