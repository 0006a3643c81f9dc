package org.otklik.channels.telegram.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPartsTest {
    private static final int MOST = 4_096;

    @Test
    void aShortTextIsOnePiece() {
        assertThat(TextParts.of(" Спасибо! 🙏\n", MOST)).containsExactly(new TextParts.Piece(1, "Спасибо! 🙏"));
    }

    @Test
    void aTextOfNothingIsNoPiece() {
        assertThat(TextParts.of(" \n\t", MOST)).isEmpty();
    }

    @Test
    void itIsCutBetweenParagraphsRatherThanBetweenLines() {
        var first = "Первый абзац.\nВторая строка.";
        var second = "Второй абзац 🐾, тоже из двух\nстрок.";

        assertThat(TextParts.of(first + "\n\n" + second, first.length() + 20))
                .extracting(TextParts.Piece::text)
                .containsExactly(first, second);
    }

    @Test
    void itIsCutBetweenSentencesRatherThanBetweenWords() {
        var text = "Приют открыт по субботам. Приходите с детьми, но без собак! Собаки пугаются.";

        assertThat(TextParts.of(text, 60))
                .extracting(TextParts.Piece::text)
                .containsExactly("Приют открыт по субботам. Приходите с детьми, но без собак!", "Собаки пугаются.");
    }

    @Test
    void nothingIsLostWhateverTheText() {
        var random = new Random(20261122);
        var letters = "аб вг.\n!🐾e\u0301👨‍👩‍👧🇷🇺 ".codePoints().toArray();
        for (int round = 0; round < 200; round++) {
            var text = random.ints(random.nextInt(1, 400), 0, letters.length)
                    .mapToObj(i -> Character.toString(letters[i]))
                    .collect(Collectors.joining());
            int most = random.nextInt(8, 60);
            var pieces = TextParts.of(text, most);

            assertThat(pieces).allSatisfy(piece -> {
                assertThat(piece.text()).hasSizeLessThanOrEqualTo(most);
                assertThat(text.substring(piece.start(), piece.end())).isEqualTo(piece.text());
                assertThat(Character.isLowSurrogate(piece.text().charAt(0))).isFalse();
                assertThat(Character.isHighSurrogate(
                                piece.text().charAt(piece.text().length() - 1)))
                        .isFalse();
            });
            assertThat(pieces.stream().map(TextParts.Piece::text).collect(Collectors.joining()))
                    .isEqualToIgnoringWhitespace(text);
        }
    }

    @Test
    void aLetterWithThousandsOfMarksIsCutBetweenCodePoints() {
        var zalgo = "а" + "\u0316".repeat(9_000) + "🐾".repeat(5_000);

        var pieces = TextParts.of(zalgo, MOST);

        assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).hasSizeLessThanOrEqualTo(MOST));
        assertThat(pieces.stream().map(TextParts.Piece::text).collect(Collectors.joining()))
                .isEqualTo(zalgo);
    }
}
