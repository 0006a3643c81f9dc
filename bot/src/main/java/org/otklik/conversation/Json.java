package org.otklik.conversation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.otklik.channels.Enclosure;

/**
 * Records as jsonb. Unknown properties are passed over and absent ones are empty, so that what a newer or an older version wrote
 * can be read.
 */
public final class Json {
    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    /** The mapper of all records that are kept as jsonb. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(List.class, lists -> lists.setSetterInfo(EMPTY))
            .withConfigOverride(Map.class, maps -> maps.setSetterInfo(EMPTY))
            .addMixIn(Enclosure.class, Named.class)
            .build();

    /** Tells the enclosures apart. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Enclosure.Voice.class, name = "voice"),
        @JsonSubTypes.Type(value = Enclosure.Sticker.class, name = "sticker"),
        @JsonSubTypes.Type(value = Enclosure.Place.class, name = "place"),
        @JsonSubTypes.Type(value = Enclosure.Card.class, name = "card")
    })
    private interface Named {}

    private Json() {}

    public static JSONB write(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(JSONB json, Class<T> type) {
        try {
            return MAPPER.readValue(json.data(), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
