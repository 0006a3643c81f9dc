package org.otklik.nlu.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void lettersDigitsAndMarksPart() {
        assertThat(texts("5тыс. на корм, O'Brien!"))
                .containsExactly("5", "тыс", ".", "на", "корм", ",", "O'Brien", "!");
    }

    @Test
    void placesCountUtf16UnitsAsTyped() {
        var tokens = Tokens.of("🐕 Алёна");

        assertThat(tokens.at(1).start()).isEqualTo(3);
        assertThat(tokens.at(1).key()).isEqualTo("алена");
    }

    @Test
    void decomposedLettersAndStressMarksFold() {
        assertThat(Tokens.of("и\u0306од за\u0301мок").at(0).key()).isEqualTo("йод");
        assertThat(Tokens.of("и\u0306од за\u0301мок").at(1).key()).isEqualTo("замок");
    }

    private static List<String> texts(String text) {
        var tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.at(i).text())
                .toList();
    }
}
