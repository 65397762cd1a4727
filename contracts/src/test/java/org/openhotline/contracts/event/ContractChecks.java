// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each check answers what does not agree, in words; nothing where all agrees. */
final class ContractChecks {
    private ContractChecks() {}

    /** Every record has one line, {@code openhotline.<its aggregate>.<event>.v<n>}, and every line has one record. */
    static List<String> everyRecordHasItsLine(Contract c) {
        Disagreements d = new Disagreements();
        d.unlessSame(
                "the vocabulary",
                simpleNames(c.events()),
                "the list of wire names",
                simpleNames(c.wireNames().keySet()));
        Set<String> seen = new TreeSet<>();
        c.wireNames().forEach((event, name) -> {
            String aggregate = aggregate(event).wireName();
            d.unless(
                    name.matches("openhotline\\." + aggregate + "\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*"),
                    "%s has the line %s",
                    event.getSimpleName(),
                    name);
            d.unless(seen.add(name), "two records have the line %s", name);
        });
        return d.found();
    }

    static List<String> everyLineHasSchemaAndSample(Contract c) {
        Disagreements d = new Disagreements();
        d.unlessSame("the list of wire names", lines(c), "schemas/", c.schemas().keySet());
        d.unlessSame("the list of wire names", lines(c), "samples/", c.samples().keySet());
        return d.found();
    }

    static List<String> recordsAndSchemasAgree(Contract c) {
        Disagreements d = new Disagreements();
        Map<String, Class<?>> values = new TreeMap<>();
        c.wireNames().forEach((event, name) -> {
            ObjectNode schema = c.schemas().get(name);
            if (schema != null) {
                d.addAll(SchemaShape.compare(event, schema, (type, file) -> values.put(file, type)));
                d.unless(
                        schema.path("$id").asString("").equals(Schemas.BASE + "schemas/" + name + ".json"),
                        "the schema %s has another $id",
                        name);
            }
        });
        while (!compared(c, values, d)) {}
        d.unlessSame(
                "the records inside",
                values.keySet(),
                "schemas/values/",
                c.valueSchemas().keySet());
        return d.found();
    }

    /** Compares the value types met so far; false where that led to further ones. */
    private static boolean compared(Contract c, Map<String, Class<?>> values, Disagreements d) {
        Map<String, Class<?>> met = new TreeMap<>(values);
        Disagreements now = new Disagreements();
        values.forEach((file, type) -> {
            ObjectNode schema = c.valueSchemas().get(file);
            if (schema != null) {
                now.addAll(SchemaShape.compare(type, schema, (inner, name) -> met.put(name, inner)));
            }
        });
        boolean complete = met.size() == values.size();
        values.putAll(met);
        if (complete) {
            d.addAll(now.found());
        }
        return complete;
    }

    static List<String> samplesAreValid(Contract c) {
        Disagreements d = new Disagreements();
        Schemas schemas = new Schemas(c);
        c.samples()
                .forEach((name, sample) -> schemas.validate(Schemas.BASE + "schemas/" + name + ".json", sample)
                        .forEach(error -> d.unless(false, "sample %s: %s", name, error)));
        return d.found();
    }

    /** Reading a sample into its record and writing it again gives the same JSON. */
    static List<String> samplesRoundTrip(Contract c) {
        Disagreements d = new Disagreements();
        c.wireNames().forEach((event, name) -> {
            ObjectNode sample = c.samples().get(name);
            if (sample != null) {
                d.unless(sample.equals(again(sample, event)), "sample %s is not what its record writes", name);
            }
        });
        return d.found();
    }

    private static JsonNode again(ObjectNode sample, Class<?> event) {
        try {
            return WireJson.MAPPER.readTree(
                    WireJson.MAPPER.writeValueAsString(WireJson.MAPPER.treeToValue(sample, event)));
        } catch (JacksonException e) {
            return WireJson.MAPPER.createObjectNode().put("unreadable", e.getOriginalMessage());
        }
    }

    /** Every line is a message, on the channel of its aggregate and no other, with its type and payload; no message more. */
    static List<String> theDocumentHasEveryMessageOnItsChannel(Contract c) {
        Disagreements d = new Disagreements();
        Map<String, String> channels = channelsByMessage(c, d);
        Set<String> named = new TreeSet<>();
        c.document()
                .at("/components/messages")
                .properties()
                .forEach(m -> named.add(m.getValue().path("name").asString("?")));
        d.unlessSame("the list of wire names", lines(c), "asyncapi.yaml", named);
        c.wireNames().forEach((event, name) -> {
            JsonNode message = c.document().at("/components/messages/" + event.getSimpleName());
            d.unless(
                    message.path("name").asString("").equals(name),
                    "message %s has another name than %s",
                    event.getSimpleName(),
                    name);
            d.unless(
                    message.at("/payload/schema/$ref").asString("").equals("schemas/" + name + ".json"),
                    "message %s has another payload",
                    name);
            String topic = aggregate(event).topic().wireName();
            d.unless(
                    topic.equals(channels.get(event.getSimpleName())),
                    "%s is on %s, not on %s",
                    name,
                    channels.get(event.getSimpleName()),
                    topic);
        });
        return d.found();
    }

    private static Map<String, String> channelsByMessage(Contract c, Disagreements d) {
        Map<String, String> channels = new HashMap<>();
        Set<String> addresses = new TreeSet<>();
        c.document().at("/channels").properties().forEach(channel -> {
            String address = channel.getValue().path("address").asString("");
            addresses.add(address);
            channel.getValue().path("messages").properties().forEach(m -> {
                d.unless(
                        m.getValue().path("$ref").asString("").equals("#/components/messages/" + m.getKey()),
                        "channel %s points %s elsewhere",
                        address,
                        m.getKey());
                d.unless(channels.put(m.getKey(), address) == null, "%s is on two channels", m.getKey());
            });
        });
        d.unlessSame("the topics", topics(), "the channels", addresses);
        return channels;
    }

    /** Every message is sent by somebody and reaches the log; an operation names only messages of its channel. */
    static List<String> everyMessageIsSentAndLogged(Contract c) {
        Disagreements d = new Disagreements();
        Set<String> sent = new TreeSet<>();
        Set<String> logged = new TreeSet<>();
        Set<String> all = new TreeSet<>(c.document().at("/components/messages").propertyNames());
        c.document().at("/operations").properties().forEach(operation -> {
            JsonNode o = operation.getValue();
            String channel = o.at("/channel/$ref").asString("");
            o.path("messages")
                    .valueStream()
                    .map(m -> m.path("$ref").asString(""))
                    .forEach(ref -> {
                        d.unless(
                                ref.startsWith(channel + "/messages/")
                                        && !c.document().at(ref.substring(1)).isMissingNode(),
                                "%s names %s, which is not on its channel",
                                operation.getKey(),
                                ref);
                        String message = ref.substring(ref.lastIndexOf('/') + 1);
                        if (o.path("action").asString("").equals("send")) {
                            sent.add(message);
                        } else if (operation.getKey().startsWith("audit.")) {
                            logged.add(message);
                        }
                    });
        });
        d.unlessSame("the messages", all, "what is sent", sent);
        d.unlessSame("the messages", all, "what is logged", logged);
        return d.found();
    }

    /** Each sample in an envelope: as Kafka headers against the document, as one object against CloudEvents 1.0. */
    static List<String> envelopesAreValid(Contract c, String cloudEvents) {
        Disagreements d = new Disagreements();
        Schemas schemas = new Schemas(c);
        c.wireNames().forEach((event, name) -> {
            ObjectNode headers = Envelopes.headers(aggregate(event), name);
            schemas.validate(Schemas.DOCUMENT + "#/components/messages/" + event.getSimpleName() + "/headers", headers)
                    .forEach(error -> d.unless(false, "headers of %s: %s", name, error));
            ObjectNode sample = c.samples().get(name);
            if (sample != null) {
                Schemas.validateDraft7(cloudEvents, Envelopes.structured(headers, sample))
                        .forEach(error -> d.unless(false, "envelope of %s: %s", name, error));
            }
        });
        return d.found();
    }

    static List<String> theDocumentIsAsyncApi(Contract c, String asyncApi) {
        return Schemas.validateDraft7(asyncApi, c.document());
    }

    /** @param pinned lines {@code <record> <wire name>} as once published */
    static List<String> publishedLinesStand(Contract c, List<String> pinned) {
        Disagreements d = new Disagreements();
        Set<String> now = new TreeSet<>();
        c.wireNames().forEach((event, name) -> now.add(event.getSimpleName() + " " + name));
        d.unlessSame("the published list", new TreeSet<>(pinned), "the list of wire names", now);
        return d.found();
    }

    private static AggregateType aggregate(Class<?> event) {
        return AggregateType.emitting(event.asSubclass(Event.class));
    }

    private static Set<String> lines(Contract c) {
        return new TreeSet<>(c.wireNames().values());
    }

    private static Set<String> topics() {
        return Set.of(Topic.values()).stream().map(Topic::wireName).collect(toCollection(TreeSet::new));
    }

    private static Set<String> simpleNames(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(toCollection(TreeSet::new));
    }
}
