// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares a record's components with the properties of a schema, both ways. */
final class SchemaShape {
    private SchemaShape() {}

    /** @param meets told of each record met inside, with the name of the schema that the property points at */
    static List<String> compare(Class<?> record, JsonNode schema, BiConsumer<Class<?>, String> meets) {
        String name = record.getSimpleName();
        Disagreements d = new Disagreements();
        d.unless(name.equals(schema.path("title").asString("")), "the schema of %s has another title", name);
        d.unless("object".equals(schema.path("type").asString("")), "the schema of %s is not an object", name);
        d.unless(!schema.has("additionalProperties"), "the schema of %s forbids fields to come", name);
        d.unlessSame("record " + name, names(record, c -> true), "its schema", Set.copyOf(propertyNames(schema)));
        d.unlessSame(
                "record " + name + " as always present",
                names(record, c -> !isOptional(c)),
                "required",
                required(schema));
        for (RecordComponent c : record.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(c.getName());
            d.unless(
                    fits(bare(c), property, meets),
                    "%s.%s is a %s, the schema says %s",
                    name,
                    c.getName(),
                    c.getGenericType().getTypeName(),
                    property);
        }
        return d.found();
    }

    private static boolean fits(Type type, JsonNode p, BiConsumer<Class<?>, String> meets) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return is(p, "array", "") && fits(list.getActualTypeArguments()[0], p.path("items"), meets);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == UUID.class) {
            return is(p, "string", "uuid");
        } else if (plain == Instant.class) {
            return is(p, "string", "date-time");
        } else if (plain == String.class) {
            return is(p, "string", "") && !p.has("enum");
        } else if (plain == boolean.class) {
            return is(p, "boolean", "");
        } else if (plain == int.class || plain == long.class || plain == Long.class) {
            return is(p, "integer", "");
        } else if (plain.isEnum()) {
            return is(p, "string", "") && constants(plain).equals(texts(p.path("enum")));
        }
        String file = fileOf(plain);
        meets.accept(plain, file);
        return plain.isRecord() && p.path("$ref").asString("").matches("(values/)?" + file + "\\.json");
    }

    private static String fileOf(Class<?> value) {
        return value.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean is(JsonNode property, String type, String format) {
        return property.path("type").asString("").equals(type)
                && property.path("format").asString("").equals(format);
    }

    private static Type bare(RecordComponent c) {
        return isOptional(c)
                ? ((ParameterizedType) c.getGenericType()).getActualTypeArguments()[0]
                : c.getGenericType();
    }

    private static boolean isOptional(RecordComponent c) {
        return c.getType() == Optional.class;
    }

    private static Set<String> names(Class<?> record, java.util.function.Predicate<RecordComponent> which) {
        return Arrays.stream(record.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> propertyNames(JsonNode schema) {
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    private static Set<String> required(JsonNode schema) {
        return texts(schema.path("required"));
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
