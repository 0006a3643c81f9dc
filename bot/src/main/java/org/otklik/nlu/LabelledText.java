package org.otklik.nlu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.i18n.Language;

/**
 * A text with the entities that ought to be found in it.
 *
 * @param now when it was said; its offset is the zone of the speaker
 */
public record LabelledText(String text, Language language, OffsetDateTime now, List<Label> labels) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An expected entity.
     *
     * @param fields what it means, as {@code nlu parse} prints it; only these are compared
     */
    public record Label(EntityType type, String text, Map<String, String> fields) {
        public Label {
            fields = Map.copyOf(fields);
        }
    }

    public LabelledText {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a line of a JSON file: lang, now, text and entities with type, text and values.
     *
     * @throws IllegalArgumentException for a line that is not of that form
     */
    public static LabelledText ofJson(String line) {
        try {
            var node = JSON.readTree(line);
            var labels = new ArrayList<Label>();
            node.path("entities").forEach(entity -> labels.add(label(entity)));
            return new LabelledText(
                    node.path("text").asText(),
                    Language.of(node.path("lang").asText()).orElseThrow(),
                    OffsetDateTime.parse(node.path("now").asText()),
                    labels);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a labelled text: " + line, e);
        }
    }

    /** Reads the lines of a table of text, type and value, in which a text that means two things has two lines. */
    public static Stream<LabelledText> ofTable(List<String> lines, Language language, OffsetDateTime now) {
        return lines.stream().filter(line -> !line.isBlank()).map(line -> {
            var cells = line.split("\t", -1);
            var type = EntityType.named(cells[1]).orElseThrow(() -> new IllegalArgumentException("no type: " + line));
            return new LabelledText(cells[0], language, now, List.of(label(cells[0], type, cells[2])));
        });
    }

    private static Label label(JsonNode entity) {
        var fields = new HashMap<String, String>();
        entity.properties().forEach(field -> {
            if (!field.getKey().equals("type") && !field.getKey().equals("text")) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        var type = EntityType.named(entity.path("type").asText()).orElseThrow();
        return new Label(type, entity.path("text").asText(), fields);
    }

    /** Money is written as "10 RUB" or "10-20 RUB". */
    private static Label label(String text, EntityType type, String value) {
        if (type != EntityType.MONEY) {
            return new Label(type, text, Map.of("value", value));
        }
        var parts = value.split(" ");
        var ends = parts[0].split("-");
        var fields = new HashMap<>(Map.of("amount", ends[0], "currency", parts[1]));
        if (ends.length > 1) {
            fields.put("to", ends[1]);
        }
        return new Label(type, text, fields);
    }
}
