// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Plain records as BSON documents and back: components by name, ids and enums as strings, times as BSON dates (so that
 * they sort and compare in queries), what is empty left out. Business types need no annotation for it.
 */
public final class StateDocuments {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantAsDate())
                    .addSerializer(Date.class, new DateAsIs())
                    .addDeserializer(Instant.class, new DateAsInstant()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StateDocuments() {}

    public static Document write(Object state) {
        return new Document(MAPPER.convertValue(state, FIELDS));
    }

    public static <S> S read(Document document, Class<S> type) {
        return MAPPER.convertValue(document, type);
    }

    private static final class InstantAsDate extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(Date.from(value));
        }
    }

    private static final class DateAsIs extends ValueSerializer<Date> {
        @Override
        public void serialize(Date value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(value); // writing it as an object would serialise it again
        }
    }

    private static final class DateAsInstant extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                    && parser.getEmbeddedObject() instanceof Date date) {
                return date.toInstant();
            }
            return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
        }
    }
}
