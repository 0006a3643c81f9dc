package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {
    @Test
    void macroF1CountsEveryIntentTheSame() {
        var scores = new Scores();
        for (int time = 0; time < 8; time++) {
            scores.add("often", "often");
        }
        scores.add("seldom", "often");
        scores.add("seldom", "seldom");

        assertThat(scores.accuracy()).isEqualTo(0.9);
        assertThat(scores.macroF1()).isCloseTo((16.0 / 17 + 2.0 / 3) / 2, within(1e-9));
        assertThat(scores.confusions()).containsExactly(new Confusion("seldom", "often", 1));
    }

    @Test
    void anEvaluationCountsByLanguageAndNoise() {
        var rows = List.of(
                new Evaluation.Row("ru", "conversation.greet", "none", "Здравствуйте!"),
                new Evaluation.Row("ru", "conversation.greet", "layout", "ghbdtn"),
                new Evaluation.Row("en", "out_of_scope", "none", "what's the weather tomorrow in Paris"));

        var report = new Evaluation(NluModels.load().intents(), new IntentCatalogue()).of(rows);

        assertThat(report.parts())
                .extracting(part -> part.language() + " " + part.noise() + " " + part.n())
                .containsExactly("en none 1", "ru layout 1", "ru none 1", "all all 3");
        assertThat(report.parts().getFirst().refused()).isEqualTo(1);
        assertThat(report.parts().getLast().accuracy()).isEqualTo(1);
        assertThat(report.confusions()).isEmpty();
    }

    static Stream<Contender> contenders() {
        return Stream.of(InProcess.otklik(), InProcess.openNlp());
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void aBenchmarkTellsItsTestFromStrangers(Contender contender) {
        List<Utterance> train = new ArrayList<>();
        for (var city : List.of("Тверь", "Казань", "Омск", "Псков", "Рязань")) {
            train.add(said("как доехать до города " + city, "way"));
            train.add(said("сколько стоит билет в " + city, "price"));
        }
        var test = new Corpus(List.of(said("как доехать до города Тула", "way"), said("сколько стоит билет", "price")));
        var strangers = new Corpus(List.of(said("qwe zxc", Corpus.OUT_OF_SCOPE), said("🐶", Corpus.OUT_OF_SCOPE)));

        var result = new Benchmark(new Corpus(train), test, strangers).run(contender);

        assertThat(result.system()).isEqualTo(contender.name());
        assertThat(result.accuracy()).isEqualTo(1);
        assertThat(result.macroF1()).isEqualTo(1);
        assertThat(result.auroc()).isEqualTo(1);
        assertThat(result.trainSeconds()).isPositive();
        assertThat(result.msPerMessage()).isPositive();
        assertThat(result.heapMiB()).isLessThan(128);
    }

    @Test
    void aWarmUpTakesOnlyTextsOfTheTrainingHalf() {
        List<String> asked = new ArrayList<>();
        var echo = new InProcess("echo", train -> text -> {
            asked.add(text);
            return new Contender.Answer("way", text.length());
        });

        var result = new Benchmark(corpus("туда"), corpus("сюда"), corpus("ы")).run(echo);

        assertThat(asked).containsExactly("туда", "сюда", "ы");
        assertThat(result.accuracy()).isEqualTo(1);
        assertThat(result.auroc()).isEqualTo(1);
    }

    private static Corpus corpus(String text) {
        return new Corpus(List.of(said(text, "way")));
    }

    private static Utterance said(String text, String intent) {
        return new Utterance(text, Locale.ROOT, intent, "tester");
    }
}
