package org.otklik.bench;

import java.lang.Character.UnicodeBlock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.i18n.Language;

/** Whatever somebody types, it is read without an exception, and what is found stands in the text. */
class BadInputTest {
    private static final int LONG = 100_000;
    private static final int AS_A_MESSAGE = 300;
    private static final int CHARACTERS_OF_A_BLOCK = 40;

    private static final SoundReading SOUND = new SoundReading();

    static Stream<BadTexts.BadText> longTexts() {
        return new BadTexts().ofLength(LONG).stream();
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void aTextOfAHundredKilobytesIsRead(BadTexts.BadText bad) {
        SOUND.understanding(bad.text(), Language.RU, true);
        SOUND.entities(bad.text(), Language.EN);
        SOUND.letters(bad.text());
    }

    /** These are read to their end, where a longer one is cut. */
    static Stream<BadTexts.BadText> messages() {
        return new BadTexts().ofLength(AS_A_MESSAGE).stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageOfNonsenseIsRead(BadTexts.BadText bad) {
        everyWay(bad.text());
        everyWay("5000 " + bad.text() + " Анна");
    }

    static Stream<Map.Entry<String, String>> blocks() {
        Map<String, StringBuilder> texts = new TreeMap<>();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(character -> {
            var block = UnicodeBlock.of(character);
            if (block != null && Character.isDefined(character)) {
                var text = texts.computeIfAbsent(block.toString(), _ -> new StringBuilder());
                if (text.length() < CHARACTERS_OF_A_BLOCK) {
                    text.appendCodePoint(character);
                }
            }
        });
        return texts.entrySet().stream()
                .map(block -> Map.entry(block.getKey(), block.getValue().toString()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockOfUnicodeIsRead(Map.Entry<String, String> block) {
        var text = block.getValue();
        everyWay(text);
        everyWay("Анна" + text + " переведу 5" + text + "000 " + text + " рублей " + text);
    }

    @Test
    void tenThousandDigitsAreNoSum() {
        everyWay("9".repeat(10_000) + " рублей");
        everyWay("Переведу " + "9".repeat(10_000));
        everyWay("0." + "0".repeat(10_000) + "1 USD");
        everyWay("+7" + "9".repeat(10_000));
    }

    private static void everyWay(String text) {
        SOUND.understanding(text, Language.RU, false);
        SOUND.understanding(text, Language.EN, true);
        SOUND.entities(text, Language.RU);
        SOUND.entities(text, Language.EN);
        SOUND.letters(text);
    }
}
