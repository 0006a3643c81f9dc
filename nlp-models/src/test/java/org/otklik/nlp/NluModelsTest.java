package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that the build has trained, as the bot gets them. */
class NluModelsTest {
    private static final NluModels MODELS = NluModels.load();

    private final IntentCatalogue catalogue = new IntentCatalogue();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            giving.donate           | Хочу пожертвовать 5 тысяч рублей
            giving.donate           | hochu pozhertvovat 5 tysyach rublej
            giving.donate           | I'd like to donate 50 euros
            mailing.unsubscribe     | Отпишите меня от рассылки, пожалуйста
            mailing.unsubscribe     | jngbibnt vtyz jn hfccskrb
            volunteering.join       | Хочу стать волонтёром 🐶
            privacy.erase           | Please delete all my data
            conversation.greet      | Здравствуйте!
            conversation.human      | i want to talk to a real persn
            """)
    void whatPeopleUsuallySayIsUnderstood(String intent, String text) {
        assertThat(MODELS.intents().classify(text, catalogue.forPublic()).best())
                .map(Ranked::label)
                .contains(intent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contacts.update         | У Марины Сергеевой новый адрес: Тула, Лесная, 4
            giving.record           | Иван Петров перевёл 3000 рублей, запиши
            tasks.create            | Remind me to call Anna Brown on Monday
            deals.pipeline          | Покажи воронку
            """)
    void whatStaffSayIsReadAsTheirs(String intent, String text) {
        assertThat(MODELS.intents().classify(text, catalogue.forStaff()).best())
                .map(Ranked::label)
                .contains(intent);
    }

    @Test
    void anIntentOfStaffIsNeverProposedToThePublic() {
        var ranked = MODELS.intents()
                .classify("Покажи воронку по грантам", catalogue.forPublic())
                .ranked();

        assertThat(ranked).isNotEmpty().noneMatch(one -> catalogue.isForStaff(one.label()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Какая завтра погода в Москве?
            write my essay about Macbeth
            закажи пиццу с грибами
            asdfghjkl
            """)
    void whatBelongsToNoIntentIsRefused(String text) {
        assertThat(MODELS.intents().classify(text, catalogue.forPublic()).isRefused())
                .isTrue();
    }

    @Test
    void whatHasNoWordsIsRefused() {
        assertThat(MODELS.intents().classify("", catalogue.forPublic()).isRefused())
                .isTrue();
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        var text = "Сколько я пожертвовала в прошлом году?";
        var alone = MODELS.intents().classify(text, catalogue.forPublic());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Classification>> answers = IntStream.range(0, 200)
                    .mapToObj(any -> threads.submit(() -> MODELS.intents().classify(text, catalogue.forPublic())))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void everyIntentOfTheListCanBeProposed() {
        var ranked = MODELS.intents().classify("привет", catalogue.forStaff()).ranked();

        assertThat(ranked).extracting(Ranked::label).containsExactlyInAnyOrderElementsOf(catalogue.names());
    }
}
