package org.otklik.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as the settings that it writes, by dotted key. Values stay the text that they are in the file: 010 is not 8. */
final class SettingsText {
    private final String file;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /**
     * @param texts the elements of a list, or one text, or nothing where the value is left empty
     * @param comment what stands behind it on its line
     */
    record Value(List<String> texts, boolean isList, Optional<String> comment) {}

    private SettingsText(String file) {
        this.file = file;
    }

    /** @throws BadConfiguration for what is no YAML, or a shape that no setting has */
    static SettingsText parse(String file, String text) {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        var parsed = new SettingsText(file);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode sections) {
                parsed.read("", sections);
            } else if (root != null
                    && !(root instanceof ScalarNode scalar && scalar.getValue().isBlank())) {
                throw new BadConfiguration(file + ": is not a list of settings; for example: http.port: 8080");
            }
        } catch (MarkedYAMLException e) {
            throw new BadConfiguration("%s: line %d can't be read: %s; check the blanks before it and the quotes"
                    .formatted(file, e.getProblemMark().getLine() + 1, e.getProblem()));
        }
        return parsed;
    }

    Map<String, Value> values() {
        return values;
    }

    private void read(String prefix, MappingNode section) {
        for (var entry : section.getValue()) {
            var key = prefix + scalar(prefix, entry.getKeyNode());
            if (values.containsKey(key)) {
                throw new BadConfiguration(file + ": " + key + ": is written twice; delete one of the two");
            }
            switch (entry.getValueNode()) {
                case MappingNode nested -> read(key + ".", nested);
                case SequenceNode list -> {
                    var texts = new ArrayList<String>();
                    list.getValue().forEach(element -> texts.add(scalar(key, element)));
                    values.put(key, new Value(texts, true, comment(list)));
                }
                case ScalarNode value -> {
                    var texts = isEmpty(value) ? List.<String>of() : List.of(value.getValue());
                    values.put(key, new Value(texts, false, comment(value).or(() -> comment(entry.getKeyNode()))));
                }
                default -> throw new BadConfiguration(file + ": " + key + ": has no value");
            }
        }
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BadConfiguration(file + ": " + key + ": a list of plain texts is needed here");
    }

    private static boolean isEmpty(ScalarNode value) {
        return value.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && (value.getValue().isEmpty()
                        || value.getValue().equals("~")
                        || value.getValue().equals("null"));
    }

    private static Optional<String> comment(Node node) {
        var lines = node.getInLineComments();
        return lines == null || lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.stream()
                        .filter(line -> line.getCommentType() == CommentType.IN_LINE)
                        .map(CommentLine::getValue)
                        .collect(Collectors.joining(" "))
                        .strip());
    }
}
