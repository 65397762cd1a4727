// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Validates against the schemas of a {@link Contract}, found by their ids and never over the network. */
final class Schemas {
    static final String BASE = "https://openhotline.example/";
    static final String DOCUMENT = BASE + "asyncapi.yaml";

    private final SchemaRegistry registry;

    Schemas(Contract contract) {
        Map<String, String> known = new HashMap<>();
        contract.schemas().forEach((name, schema) -> known.put(BASE + "schemas/" + name + ".json", schema.toString()));
        contract.valueSchemas()
                .forEach((name, schema) -> known.put(BASE + "schemas/values/" + name + ".json", schema.toString()));
        // Only its components: the rest of an AsyncAPI document is no schema.
        known.put(
                DOCUMENT,
                WireJson.MAPPER
                        .createObjectNode()
                        .set("components", contract.object("/components"))
                        .toString());
        registry = registry(SpecificationVersion.DRAFT_2020_12, known);
    }

    List<String> validate(String iri, JsonNode instance) {
        return registry.getSchema(SchemaLocation.of(iri)).validate(instance).stream()
                .map(Object::toString)
                .toList();
    }

    /** Against a schema of draft 7 given as text. */
    static List<String> validateDraft7(String schema, JsonNode instance) {
        return registry(SpecificationVersion.DRAFT_7, Map.of()).getSchema(schema).validate(instance).stream()
                .map(Object::toString)
                .toList();
    }

    private static SchemaRegistry registry(SpecificationVersion version, Map<String, String> known) {
        return SchemaRegistry.withDefaultDialect(
                version,
                builder -> builder.schemas(known)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }
}
