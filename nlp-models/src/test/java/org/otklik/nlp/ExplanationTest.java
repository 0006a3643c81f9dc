package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final IntentClassifier CLASSIFIER = NluModels.load().intents();

    private final IntentCatalogue catalogue = new IntentCatalogue();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Хочу пожертвовать 5 тысяч рублей 🐶",
                "hochu pozhertvovat 5 tysyach rublej",
                "i want to talk to a real persn",
                "Remind me to call Anna Brown on Monday",
                "asdfghjkl",
                ""
            })
    void theContributionsAddUpToTheDifferenceOfTheScores(String text) {
        for (var allowed : Arrays.asList(catalogue.forPublic(), catalogue.forStaff())) {
            var ranked = CLASSIFIER.classify(text, allowed).ranked();

            var explained = CLASSIFIER.explain(text, allowed);

            assertThat(explained.classification().ranked()).isEqualTo(ranked);
            assertThat(explained.intent()).isEqualTo(ranked.getFirst().label());
            assertThat(explained.rival()).isEqualTo(ranked.get(1).label());
            assertThat(explained.difference())
                    .isCloseTo(
                            Math.log(ranked.getFirst().confidence()
                                    / ranked.get(1).confidence()),
                            within(1e-6));
        }
    }

    @Test
    void anotherIntentIsComparedWithTheLikeliest() {
        var explained = CLASSIFIER.explain("Отпишите меня от рассылки", catalogue.forPublic(), "privacy.erase");

        assertThat(explained.rival()).isEqualTo("mailing.unsubscribe");
        assertThat(explained.difference()).isNegative();
        assertThat(explained.speakingAgainst().findFirst()).isPresent();
    }

    @Test
    void theStrongestOfEachSideComeFirst() {
        var explained = CLASSIFIER.explain("I'd like to donate 50 euros", catalogue.forPublic());

        assertThat(explained.contributions())
                .anyMatch(one -> one.kind() == FeatureKind.WORD && one.feature().equals("donate"));
        assertThat(explained.speakingFor().mapToDouble(Explanation.Contribution::points))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .allMatch(points -> points > 0);
        assertThat(explained.speakingAgainst().mapToDouble(Explanation.Contribution::points))
                .isSorted()
                .allMatch(points -> points < 0);
    }

    @Test
    void theSignalsTellWhatIsRefused() {
        var stranger = CLASSIFIER.explain("asdfghjkl", catalogue.forPublic());
        var donor = CLASSIFIER.explain("Хочу пожертвовать 5 тысяч рублей", catalogue.forPublic());

        assertThat(stranger.classification().isRefused()).isTrue();
        assertThat(stranger.signals()).extracting(Explanation.Signal::sign).containsExactly(Explanation.Sign.values());
        assertThat(pull(stranger)).isLessThan(pull(donor));
    }

    private static double pull(Explanation explained) {
        return explained.signals().stream()
                .mapToDouble(Explanation.Signal::pull)
                .sum();
    }

    @Test
    void whatSpeaksForAStrangerIsExplainedToo() {
        var explained = CLASSIFIER.explain("закажи пиццу с грибами", catalogue.forPublic(), Corpus.OUT_OF_SCOPE);

        assertThat(explained.speakingFor().findFirst()).isPresent();
    }

    @Test
    void anIntentThatNobodyTaughtIsAFault() {
        assertThatThrownBy(() -> CLASSIFIER.explain("привет", catalogue.forPublic(), "giving.steal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("giving.steal");
    }

    @Test
    void everyGroupOfFeaturesHasAName() {
        var titles = Recipe.USUAL.groups().keySet().stream()
                .map(FeatureKind::of)
                .map(FeatureKind::title)
                .collect(Collectors.toSet());

        assertThat(titles).hasSameSizeAs(Recipe.USUAL.groups().keySet());
    }
}
