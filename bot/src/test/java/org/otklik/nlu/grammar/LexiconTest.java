package org.otklik.nlu.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private static final Symbol<Integer> COLOUR = new Symbol<>("colour");

    private final Lexicon lexicon = new Lexicon().with(COLOUR, Integer::valueOf);

    @Test
    void endingsInBracesAreWrittenOut() {
        lexicon.read(List.of("# цвета", "colour 7: син{ий,яя,его}, blue{-,ish}"));

        assertThat(found("Синего и blue, но не синька")).containsExactly("7 at 0", "7 at 2");
    }

    @Test
    void aPhraseIsFoundWhateverItsSpacing() {
        lexicon.read(List.of("colour 3: sky  blue"));

        assertThat(found("a sky\n blue door")).containsExactly("3 at 1");
    }

    @Test
    void aStarStandsForAnyEndingOrAnyStem() {
        lexicon.read(List.of("colour 1: зелен*", "colour 2: *оватый"));

        assertThat(found("зелёная, желтоватый")).containsExactly("1 at 0", "2 at 2");
    }

    @Test
    void aSymbolThatNobodyKnowsIsAnError() {
        assertThatThrownBy(() -> lexicon.read(List.of("shape 1: круг")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape 1: круг");
    }

    private List<String> found(String text) {
        var chart = new Chart(Tokens.of(text));
        lexicon.mark(chart);
        return chart.all(COLOUR).stream()
                .map(node -> node.value() + " at " + node.from())
                .toList();
    }
}
