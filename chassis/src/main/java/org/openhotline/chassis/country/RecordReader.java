// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openhotline.contracts.country.PoliceGate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Fills records from YAML nodes: a key is a record component in kebab case. Complains of unknown, repeated and missing
 * keys and of values of a wrong shape, and goes on.
 */
final class RecordReader {
    /** A value that was read well. @param line where it stands, from 1 */
    record Value(Object value, int line) {}

    private final Complaints complaints;
    private final Map<String, Value> values = new LinkedHashMap<>();

    RecordReader(Complaints complaints) {
        this.complaints = complaints;
    }

    <R> Optional<R> read(Node node, Class<R> type) {
        return record("", node, type).map(type::cast);
    }

    /** Every value read well so far, by its path such as {@code police.hold-for}. */
    Map<String, Value> values() {
        return values;
    }

    private Optional<Object> value(String path, Node node, Type type) {
        Optional<Object> read = read(path, node, type);
        read.ifPresent(value -> values.put(path, new Value(value, line(node))));
        return read;
    }

    private Optional<Object> read(String path, Node node, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? value(path, node, argument).map(Optional::of)
                    : list(path, node, argument);
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return record(path, node, c);
        }
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(path, node, "must be one value, not a list or a group of keys");
        }
        return scalar(path, scalar, type);
    }

    private Optional<Object> scalar(String path, ScalarNode node, Type type) {
        String text = node.getValue().strip();
        if (text.isEmpty()) {
            return wrong(path, node, "is empty; give a value");
        }
        if (type == String.class) {
            return text(path, node, text);
        }
        if (type == boolean.class) {
            return oneOf(path, node, text, new TreeMap<>(Map.of("true", true, "false", false)));
        }
        if (type == Duration.class) {
            return duration(path, node, text);
        }
        if (type == PoliceGate.class) {
            Map<String, Object> gates = new LinkedHashMap<>();
            Arrays.stream(PoliceGate.values()).forEach(gate -> gates.put(gate.wireName(), gate));
            return oneOf(path, node, text, gates);
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            Map<String, Object> names = new LinkedHashMap<>();
            Arrays.stream(c.getEnumConstants())
                    .forEach(each ->
                            names.put(each.toString().toLowerCase(Locale.ROOT).replace('_', '-'), each));
            return oneOf(path, node, text, names);
        }
        throw new IllegalStateException("a profile cannot hold a " + type.getTypeName());
    }

    private Optional<Object> text(String path, ScalarNode node, String text) {
        Optional<String> allowed = CountryRules.whatIsAllowedInsteadOf(path, text);
        return allowed.isPresent() ? notAllowed(path, node, allowed.get()) : Optional.of(text);
    }

    private Optional<Object> duration(String path, ScalarNode node, String text) {
        Optional<Duration> duration = Durations.parse(text).filter(Duration::isPositive);
        return duration.isPresent() ? Optional.of(duration.get()) : notAllowed(path, node, Durations.ALLOWED);
    }

    private Optional<Object> oneOf(String path, ScalarNode node, String text, Map<String, Object> allowed) {
        Object value = allowed.get(text);
        return value == null ? notAllowed(path, node, String.join(", ", allowed.keySet())) : Optional.of(value);
    }

    private Optional<Object> list(String path, Node node, Type element) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(path, node, "must be a list");
        }
        if (sequence.getValue().isEmpty()) {
            return wrong(path, node, "is an empty list; give at least one entry");
        }
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            value(path + "[" + i + "]", sequence.getValue().get(i), element).ifPresent(read::add);
        }
        return read.size() == sequence.getValue().size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    private Optional<Object> record(String path, Node node, Class<?> type) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(path.isEmpty() ? "the profile" : path, node, "must be a group of keys: " + keysOf(type));
        }
        Map<String, Node> byKey = byKey(path, mapping, type);
        RecordComponent[] components = type.getRecordComponents();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            component(path, mapping, byKey, component).ifPresent(arguments::add);
        }
        return arguments.size() == components.length ? Optional.of(create(type, arguments)) : Optional.empty();
    }

    private Optional<Object> component(
            String path, MappingNode parent, Map<String, Node> byKey, RecordComponent component) {
        String key = kebab(component.getName());
        Node node = byKey.get(key);
        if (node != null) {
            return value(below(path, key), node, component.getGenericType());
        }
        if (component.getType() == Optional.class) {
            return Optional.of(Optional.empty());
        }
        return wrong(below(path, key), parent, "is missing");
    }

    private Map<String, Node> byKey(String path, MappingNode mapping, Class<?> type) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(c -> kebab(c.getName()))
                .toList();
        Map<String, Node> byKey = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
            if (!known.contains(key)) {
                wrong(below(path, key), entry.getKeyNode(), "is not a known key; allowed: " + keysOf(type));
            } else if (byKey.putIfAbsent(key, entry.getValueNode()) != null) {
                wrong(below(path, key), entry.getKeyNode(), "is given twice; keep one");
            }
        }
        return byKey;
    }

    private Optional<Object> notAllowed(String path, ScalarNode node, String allowed) {
        return wrong(path, node, "“" + node.getValue() + "” is not allowed; allowed: " + allowed);
    }

    private Optional<Object> wrong(String path, Node node, String text) {
        complaints.add(line(node), path, text);
        return Optional.empty();
    }

    private static Object create(Class<?> type, List<Object> arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type.getSimpleName(), e);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String keysOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> kebab(c.getName()))
                .collect(Collectors.joining(", "));
    }

    private static String kebab(String camel) {
        return camel.chars()
                .mapToObj(c ->
                        Character.isUpperCase(c) ? "-" + (char) Character.toLowerCase(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
