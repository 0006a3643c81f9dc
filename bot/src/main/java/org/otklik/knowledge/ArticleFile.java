package org.otklik.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.knowledge.Articles.NewArticle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * An article as its author keeps it: {@code {language}/{slug}.md}, Markdown in UTF-8 with the title as its first heading, and
 * optionally a YAML front matter with {@code tags}.
 */
final class ArticleFile {
    /** Editors on Windows may begin a file with a byte order mark. */
    private static final Pattern LAYOUT = Pattern.compile(
            "\\A\\uFEFF?(?:---\\h*\\R(?<front>.*?)\\R---\\h*\\R)?\\s*# (?<title>[^\\r\\n]+)(?<body>.*)\\z",
            Pattern.DOTALL);

    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)*");

    private final String file;
    private final Language language;

    /** @param file its name, with or without a path */
    ArticleFile(String file, Language language) {
        this.file = file;
        this.language = language;
    }

    /**
     * Reads it.
     *
     * @throws InvalidArticle with a sentence for the author, when the text is not laid out so
     */
    NewArticle parse(String text) {
        var layout = LAYOUT.matcher(text);
        if (!layout.matches()) {
            throw new InvalidArticle(file + ": the first line must be the title, for example: # How to give");
        }
        var front = layout.group("front");
        var body = layout.group("body").strip();
        if (body.isEmpty()) {
            throw new InvalidArticle(file + ": nothing stands below the title, for example: You can give by card.");
        }
        var tags = front == null ? List.<String>of() : tags(front);
        return new NewArticle(slug(), language, layout.group("title").strip(), body, tags);
    }

    private String slug() {
        var slug = file.replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
        if (!SLUG.matcher(slug).matches()) {
            throw new InvalidArticle(
                    file
                            + ": the name becomes the address, so letters, digits and dashes only, for example: how-to-give.md");
        }
        return slug;
    }

    private List<String> tags(String front) {
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(front);
            if (yaml instanceof Map<?, ?> keys && keys.get("tags") instanceof List<?> tags) {
                return tags.stream().map(String::valueOf).toList();
            }
        } catch (YAMLException e) {
            throw new InvalidArticle(file
                    + ": what stands between the --- lines is not YAML, for example: tags: [tax]; " + e.getMessage());
        }
        throw new InvalidArticle(file + ": the front matter must hold tags, for example: tags: [receipt, tax]");
    }
}
