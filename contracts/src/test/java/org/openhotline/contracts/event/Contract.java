// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Everything that says what an event looks like, side by side, so that {@link ContractChecks} can compare it. A test
 * can take a copy with something broken in it.
 *
 * @param events the records
 * @param wireNames the line of each record
 * @param schemas by wire name
 * @param valueSchemas of the value types inside, by file name without ending
 * @param samples by wire name
 * @param document asyncapi.yaml
 */
record Contract(
        Set<Class<?>> events,
        Map<Class<?>, String> wireNames,
        Map<String, ObjectNode> schemas,
        Map<String, ObjectNode> valueSchemas,
        Map<String, ObjectNode> samples,
        ObjectNode document) {

    /** A new copy each time, free to be broken. */
    static Contract published() {
        return new Contract(
                new LinkedHashSet<>(records(Event.class).toList()),
                new LinkedHashMap<>(WireNames.all()),
                folder("/schemas"),
                folder("/schemas/values"),
                folder("/samples"),
                (ObjectNode) new YAMLMapper().readTree(text(resource("/asyncapi.yaml"))));
    }

    static Contract brokenBy(Consumer<Contract> sabotage) {
        Contract copy = published();
        sabotage.accept(copy);
        return copy;
    }

    ObjectNode schema(Class<? extends Event> event) {
        return in(schemas, WireNames.of(event));
    }

    ObjectNode sample(Class<? extends Event> event) {
        return in(samples, WireNames.of(event));
    }

    /** @param pointer RFC 6901, into the AsyncAPI document */
    ObjectNode object(String pointer) {
        return (ObjectNode) document.requiredAt(pointer);
    }

    private static ObjectNode in(Map<String, ObjectNode> nodes, String name) {
        ObjectNode node = nodes.get(name);
        if (node == null) {
            throw new AssertionError("there is no " + name);
        }
        return node;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Contract::records);
    }

    private static Map<String, ObjectNode> folder(String name) {
        Map<String, ObjectNode> nodes = new TreeMap<>();
        try (Stream<Path> files = Files.list(resource(name))) {
            files.filter(Files::isRegularFile).forEach(file -> nodes.put(nameOf(file), object(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static ObjectNode object(Path file) {
        JsonNode node = WireJson.MAPPER.readTree(text(file));
        return (ObjectNode) node;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        var url = Contract.class.getResource(name);
        if (url == null) {
            throw new AssertionError("no resource " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
