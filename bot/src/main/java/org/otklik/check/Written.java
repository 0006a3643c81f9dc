package org.otklik.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a YAML file as its author wrote it, which knows where it stands, so that a mistake can be named by its line. */
record Written(Path file, Node node) {
    /** @throws BadScript when the file can't be read or is no YAML */
    static Written parse(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var node = new Yaml(new LoaderOptions()).compose(reader);
            if (node == null) {
                throw new BadScript(file + ": the file is empty");
            }
            return new Written(file, node);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BadScript(file + (mark == null ? "" : ":" + (mark.getLine() + 1)) + ": " + e.getProblem(), e);
        } catch (IOException e) {
            throw new BadScript(file + ": can't be read: " + e.getMessage(), e);
        }
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    BadScript wrong(String what) {
        return new BadScript(file + ":" + line() + ": " + what);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The entries in their order. */
    Map<String, Written> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys with values, for example {key: value}");
        }
        var entries = new LinkedHashMap<String, Written>();
        mapping.getValue().forEach(tuple -> {
            var name = new Written(file, tuple.getKeyNode());
            if (entries.put(name.text(), new Written(file, tuple.getValueNode())) != null) {
                throw name.wrong("the key " + name.text() + " is there twice");
            }
        });
        return entries;
    }

    /** The entries, of which only these may be there. */
    Fields fields(String what, List<String> known) {
        var entries = map();
        entries.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.wrong(
                        "there is no key " + name + " in " + what + "; here are: " + String.join(", ", known));
            }
        });
        return new Fields(this, entries);
    }

    List<Written> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list, for example [one, two]");
        }
        return sequence.getValue().stream()
                .map(element -> new Written(file, element))
                .toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wrong("expected a whole number instead of " + text());
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false instead of " + text());
        };
    }

    JsonNode json() {
        var nodes = JsonNodeFactory.instance;
        if (isMap()) {
            var object = nodes.objectNode();
            map().forEach((name, value) -> object.set(name, value.json()));
            return object;
        }
        if (isList()) {
            var array = nodes.arrayNode();
            list().forEach(element -> array.add(element.json()));
            return array;
        }
        if (isNull()) {
            return nodes.nullNode();
        }
        var tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(flag());
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
                ? nodes.numberNode(new BigDecimal(text()))
                : nodes.textNode(text());
    }

    /** Entries whose names are known. */
    record Fields(Written whole, Map<String, Written> entries) {
        Optional<Written> find(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        Written get(String name) {
            return find(name).orElseThrow(() -> whole.wrong("the key " + name + " is missing"));
        }
    }
}
