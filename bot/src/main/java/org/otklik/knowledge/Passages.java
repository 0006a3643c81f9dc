package org.otklik.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.otklik.i18n.Language;

/** Cuts an article into the passages that answers quote: its sections, and the long ones between two sentences. */
final class Passages {
    /** What a person reads in a chat without scrolling. A longer sentence stays whole. */
    private static final int LONGEST = 600;

    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .nodeRendererFactory(PlainWords::new)
            .build();

    private final Language language;
    private final List<Passage> passages = new ArrayList<>();
    private String heading = "";
    private String text = "";

    /**
     * A section, or a part of it.
     *
     * @param heading empty for what stands before the first heading
     * @param text without markup, of {@value #LONGEST} characters at most unless one sentence is longer
     */
    record Passage(String heading, String text) {}

    private Passages(Language language) {
        this.language = language;
    }

    static List<Passage> of(String markdown, Language language) {
        var cut = new Passages(language);
        children(PARSER.parse(markdown)).forEach(cut::take);
        cut.close();
        return List.copyOf(cut.passages);
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNext);
    }

    private void take(Node block) {
        if (block instanceof Heading next) {
            close();
            heading = WORDS.render(next).strip();
            return;
        }
        var words = WORDS.render(block).strip();
        if (words.length() <= LONGEST) {
            add("\n", words);
        } else {
            words.lines().forEach(this::takeLine);
        }
    }

    private void takeLine(String line) {
        if (line.length() <= LONGEST) {
            add("\n", line);
        } else {
            close();
            sentences(line).forEach(sentence -> add(" ", sentence));
        }
    }

    private List<String> sentences(String words) {
        var boundary = BreakIterator.getSentenceInstance(language.locale());
        boundary.setText(words);
        var sentences = new ArrayList<String>();
        int start = boundary.first();
        for (int end = boundary.next(); end != BreakIterator.DONE; end = boundary.next()) {
            sentences.add(words.substring(start, end).strip());
            start = end;
        }
        return sentences;
    }

    private void add(String separator, String words) {
        if (text.length() + separator.length() + words.length() > LONGEST) {
            close();
        }
        text = text.isEmpty() ? words : text + separator + words;
    }

    private void close() {
        if (!text.isEmpty()) {
            passages.add(new Passage(heading, text));
        }
        text = "";
    }
}
